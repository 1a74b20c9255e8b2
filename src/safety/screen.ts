import type { DangerScore } from '../understanding/reader';
import { type Category, categories, type Danger } from './danger';
import { type PhrasePattern, type Span, spansOf } from './phrase-pattern';
import type { Signs } from './signs';

/** What the screen looks at. */
export interface Screened {
  /** Folded words, sentence by sentence. */
  readonly sentences: readonly (readonly string[])[];
  /** What the model makes of it; null without a model, then the patterns work alone. */
  danger(): DangerScore | null;
}

/** From this probability on the model alone shows the full stop. */
const emergencyScore = 0.5;
/** From this probability on the model alone asks the soft question. */
const checkScore = 0.22;
/** A message in which a guard speaks is only a check by the model unless it is surer than this. */
const certainScore = 0.8;

function spansOfAny(patterns: readonly PhrasePattern[] | undefined, sentence: readonly string[]): Span[] {
  return (patterns ?? []).flatMap((pattern) => spansOf(pattern, sentence));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What the model says. A model that fails must not silence the patterns: then it says nothing. */
function likelihoodOf(message: Screened): DangerScore | null {
  try {
    return message.danger();
  } catch {
    return null;
  }
}

/**
 * Looks for danger in a message, by patterns joined with the model. A guard (the past, a negation, grief, a question for information, an idiom)
 * that shares a word with a sign lowers it from emergency to check; nothing silences it.
 */
export function screen(message: Screened, signs: Signs): Danger | null {
  const emergencies = new Set<Category>();
  const checks = new Set<Category>();
  const lowered = new Set<Category>();
  let guarded = false;
  for (const sentence of message.sentences) {
    const guards = spansOfAny(signs.guards, sentence);
    guarded ||= guards.length > 0;
    for (const category of categories) {
      const found = spansOfAny(signs.emergency.get(category), sentence);
      if (found.some((sign) => !guards.some((guard) => overlaps(sign, guard)))) emergencies.add(category);
      else if (found.length > 0) lowered.add(category);
      else if (spansOfAny(signs.check.get(category), sentence).length > 0) checks.add(category);
    }
  }
  const score = likelihoodOf(message);
  const guess = categories.find((category) => category === score?.category);
  // What a pattern found and a guard lowered is told as past or denied; the model's own doubt about it says no more than that.
  const isGuarded = lowered.size > 0 && checks.size === 0;
  if (score !== null && guess !== undefined) {
    if (score.likelihood >= (guarded ? certainScore : emergencyScore) && !lowered.has(guess)) emergencies.add(guess);
    else if (score.likelihood >= checkScore) checks.add(guess);
  }
  const isEmergency = emergencies.size > 0;
  for (const category of lowered) checks.add(category);
  const [category, ...others] = categories.filter((one) => (isEmergency ? emergencies : checks).has(one));
  return category === undefined
    ? null
    : { tier: isEmergency ? 'emergency' : 'check', category, others, guarded: isGuarded && !isEmergency };
}

/** Whether somebody tells that a medicine for opioid addiction made them very sick (precipitated withdrawal, review.md S8). */
export function soundsPrecipitated(message: Pick<Screened, 'sentences'>, signs: Signs): boolean {
  return message.sentences.some((sentence) => spansOfAny(signs.precipitated, sentence).length > 0);
}
