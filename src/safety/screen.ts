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
 * How the readings of a message become one likelihood: log-odds of the whole and of the most dangerous part by the model, less for many parts, of
 * which one is high by chance, and less where a guard lowers a sign. Fitted on phrases of authors that the model was not trained on (CONTRIBUTING,
 * Decisions).
 */
const joining = { whole: 0.5, highest: 0.25, parts: 0.6, lowered: 2.24, base: 1.21 };
/** From this likelihood on the full stop is shown. */
const emergencyLikelihood = 0.6;
/** From this likelihood on the soft question is asked. */
const checkLikelihood = 0.22;

const none = compilePatterns([]);

function logOdds(probability: number): number {
  return Math.log((probability + 1e-4) / (1 - probability + 1e-4));
}

function likelihoodOf({ whole, highest, texts }: DangerScore, isLowered: boolean): number {
  const model = joining.whole * logOdds(whole) + joining.highest * logOdds(highest) - joining.parts * Math.log(texts) + joining.base;
  const sum = model - (isLowered ? joining.lowered : 0);
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

/** What the patterns find: plain signs, plain signs that a guard lowers, and possible signs. */
interface Found {
  readonly plain: ReadonlySet<Category>;
  readonly lowered: ReadonlySet<Category>;
  readonly possible: ReadonlySet<Category>;
}

function findSigns({ sentences }: Screened, signs: Signs): Found {
  const plain = new Set<Category>();
  const lowered = new Set<Category>();
  const possible = new Set<Category>();
  for (const sentence of sentences) {
    const guards = spansIn(signs.guards, sentence);
    for (const category of categories) {
      const found = spansIn(signs.emergency.get(category) ?? none, sentence);
      if (found.some((sign) => !guards.some((guard) => overlaps(sign, guard)))) plain.add(category);
      else if (found.length > 0) lowered.add(category);
      else if (spansIn(signs.check.get(category) ?? none, sentence).length > 0) possible.add(category);
    }
  }
  return { plain, lowered, possible };
}

/**
 * Looks for danger in a message, by patterns joined with the model. A plain sign is an emergency whatever the model says. A guard (the past, a
 * negation, grief, a question for information, an idiom) that shares a word with it lowers it to a check; nothing silences it.
 */
export function screen(message: Screened, signs: Signs): Danger | null {
  const { plain, lowered, possible } = findSigns(message, signs);
  const score = scoreOf(message);
  // Without a model the patterns work alone: then every sign counts, possible ones too.
  const likelihood = score === null ? null : likelihoodOf(score, plain.size === 0 && lowered.size > 0);
  const guess = categories.find((category) => category === score?.category);
  const emergencies = new Set<Category>(plain);
  const checks = new Set<Category>([...lowered, ...(likelihood === null || likelihood >= checkLikelihood ? possible : [])]);
  if (likelihood !== null && guess !== undefined) {
    if (likelihood >= emergencyLikelihood) emergencies.add(guess);
    else if (likelihood >= checkLikelihood) checks.add(guess);
  }
  const isEmergency = emergencies.size > 0;
  const [category, ...others] = categories.filter((one) => (isEmergency ? emergencies : checks).has(one));
  return category === undefined
    ? null
    : { tier: isEmergency ? 'emergency' : 'check', category, others, guarded: lowered.size > 0 && !isEmergency };
}

/** Whether somebody tells that a medicine for opioid addiction made them very sick (precipitated withdrawal, review.md S8). */
export function soundsPrecipitated(message: Pick<Screened, 'sentences'>, signs: Signs): boolean {
  return message.sentences.some((sentence) => spansIn(signs.precipitated, sentence).length > 0);
}
