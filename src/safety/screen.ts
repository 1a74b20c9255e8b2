import type { DangerScore } from '../understanding/reader';
import { type Category, categories, type Danger } from './danger';
import { compilePatterns, spansIn } from './pattern-set';
import type { Span } from './phrase-pattern';
import type { Signs } from './signs';

/** What the screen looks at. */
export interface Screened {
  /** Folded words, sentence by sentence. */
  readonly sentences: readonly (readonly string[])[];
  /** What the model makes of it; null without a model, then the patterns work alone. */
  danger(): DangerScore | null;
}

/**
 * How the model's two readings of a message become one likelihood: log-odds of the whole and of the most dangerous part, less for many parts,
 * of which one is high by chance. Fitted on phrases of authors that the model was not trained on (CONTRIBUTING, Decisions).
 */
const joining = { whole: 0.48, highest: 0.26, parts: 0.61, base: 1.24 };
/** From this likelihood on the model alone shows the full stop. */
const emergencyLikelihood = 0.75;
/** From this likelihood on the model alone asks the soft question. */
const checkLikelihood = 0.24;
/** A possible sign asks the soft question only where the model does not rule danger out. */
const possibleLikelihood = 0.2;

const none = compilePatterns([]);

function logOdds(probability: number): number {
  return Math.log((probability + 1e-4) / (1 - probability + 1e-4));
}

function likelihoodOf({ whole, highest, texts }: DangerScore): number {
  const sum = joining.whole * logOdds(whole) + joining.highest * logOdds(highest) - joining.parts * Math.log(texts) + joining.base;
  return 1 / (1 + Math.exp(-sum));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What the model says. A model that fails must not silence the patterns: then it says nothing. */
function scoreOf(message: Screened): DangerScore | null {
  try {
    return message.danger();
  } catch {
    return null;
  }
}

/**
 * Looks for danger in a message, by patterns joined with the model. A plain sign is an emergency whatever the model says. A guard (the past, a
 * negation, grief, a question for information, an idiom) that shares a word with it lowers it to a check; nothing silences it.
 */
export function screen(message: Screened, signs: Signs): Danger | null {
  const emergencies = new Set<Category>();
  const checks = new Set<Category>();
  const lowered = new Set<Category>();
  const possible = new Set<Category>();
  for (const sentence of message.sentences) {
    const guards = spansIn(signs.guards, sentence);
    for (const category of categories) {
      const found = spansIn(signs.emergency.get(category) ?? none, sentence);
      if (found.some((sign) => !guards.some((guard) => overlaps(sign, guard)))) emergencies.add(category);
      else if (found.length > 0) lowered.add(category);
      else if (spansIn(signs.check.get(category) ?? none, sentence).length > 0) possible.add(category);
    }
  }
  const score = scoreOf(message);
  const likelihood = score === null ? null : likelihoodOf(score);
  const guess = categories.find((category) => category === score?.category);
  const isGuarded = lowered.size > 0;
  if (likelihood !== null && guess !== undefined) {
    if (likelihood >= emergencyLikelihood) emergencies.add(guess);
    else if (likelihood >= checkLikelihood) checks.add(guess);
  }
  if (likelihood === null || likelihood >= possibleLikelihood) for (const category of possible) checks.add(category);
  const isEmergency = emergencies.size > 0;
  for (const category of lowered) checks.add(category);
  const [category, ...others] = categories.filter((one) => (isEmergency ? emergencies : checks).has(one));
  return category === undefined
    ? null
    : { tier: isEmergency ? 'emergency' : 'check', category, others, guarded: isGuarded && !isEmergency };
}

/** Whether somebody tells that a medicine for opioid addiction made them very sick (precipitated withdrawal, review.md S8). */
export function soundsPrecipitated(message: Pick<Screened, 'sentences'>, signs: Signs): boolean {
  return message.sentences.some((sentence) => spansIn(signs.precipitated, sentence).length > 0);
}
