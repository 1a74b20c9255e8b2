import type { Scored } from '../understanding/classifier';
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
  /** Topics and kinds of out-of-scope with their probabilities, best first. */
  topics(): readonly Scored[];
}

/**
 * How the readings of a message become one likelihood: log-odds of the whole and of the most dangerous part by the model, less for many parts, of
 * which one is high by chance, less the surer it is what else is meant, and less where a guard lowers a sign. Fitted on phrases of authors
 * that the model was not trained on (CONTRIBUTING, Decisions).
 */
const joining = { whole: 0.81, highest: 0.59, parts: 0.65, topic: 0.3, lowered: 2, base: 0.85 };
/** From this likelihood on the full stop is shown. */
const emergencyLikelihood = 0.4;
/** From this likelihood on the full stop is shown although the words are an answer to the open question without a sign of danger. */
const answeredLikelihood = 0.9;
/** Words are taken for such an answer where its model is this sure. */
const surelyAnswered = 0.7;
/** From this likelihood on a likely sign shows the full stop. */
const likelySignLikelihood = 0.35;
/** From this likelihood on the soft question is asked. */
const checkLikelihood = 0.065;

const none = compilePatterns([]);

/** Log-odds; `least` keeps what is sure from counting without end. */
function logOdds(probability: number, least: number): number {
  return Math.log((probability + least) / (1 - probability + least));
}

/** The probability of the likeliest topic or kind of out-of-scope; what is unsafe to answer may be danger as well, so it does not count. */
function topicAskedFor(message: Screened): number {
  return message.topics().find(({ id }) => id !== 'out-of-scope.unsafe-request')?.score ?? 0;
}

function likelihoodOf({ whole, highest, texts }: DangerScore, topic: number, isLowered: boolean): number {
  const sum =
    joining.base +
    joining.whole * logOdds(whole, 1e-4) +
    joining.highest * logOdds(highest, 1e-4) -
    joining.parts * Math.log(texts) -
    joining.topic * logOdds(topic, 0.01) -
    (isLowered ? joining.lowered : 0);
  return 1 / (1 + Math.exp(-sum));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What a model says. A model that fails must not silence the patterns: then it says nothing. */
function saidBy<T>(model: () => T): T | null {
  try {
    return model();
  } catch {
    return null;
  }
}

/** What the patterns find: plain and likely signs, those of them that a guard lowers, and possible signs. */
interface Found {
  readonly plain: ReadonlySet<Category>;
  readonly likely: ReadonlySet<Category>;
  readonly lowered: ReadonlySet<Category>;
  readonly possible: ReadonlySet<Category>;
}

/** A message of so few words says little more than the sign in it: a likely one is plain there ("wanna end it"). Glued words count as both readings. */
const barestMessage = 5;

function findSigns({ sentences }: Screened, signs: Signs): Found {
  const plain = new Set<Category>();
  const likely = new Set<Category>();
  const lowered = new Set<Category>();
  const possible = new Set<Category>();
  const isBare = sentences.reduce((sum, sentence) => sum + sentence.length, 0) <= barestMessage;
  for (const sentence of sentences) {
    const guards = spansIn(signs.guards, sentence);
    for (const category of categories) {
      const isFree = (sign: Span) => !guards.some((guard) => overlaps(sign, guard));
      const plainOnes = spansIn(signs.plain.get(category) ?? none, sentence);
      const likelyOnes = spansIn(signs.likely.get(category) ?? none, sentence);
      if (plainOnes.some(isFree) || (isBare && likelyOnes.some(isFree))) plain.add(category);
      else if (likelyOnes.some(isFree)) likely.add(category);
      else if (plainOnes.length + likelyOnes.length > 0) lowered.add(category);
      else if (spansIn(signs.possible.get(category) ?? none, sentence).length > 0) possible.add(category);
    }
  }
  return { plain, likely, lowered, possible };
}

/**
 * Looks for danger in a message, by patterns joined with the model. A plain sign is an emergency whatever the model says, a likely one unless the
 * model is nearly sure of the contrary; then it is a check. A guard (the past, a negation, grief, a question for information, an idiom) that
 * shares a word with either lowers it to a check; nothing silences them.
 * `answered` tells how sure it is (0 to 1) that the words are a harmless answer to the open question: such an answer means a check rather than
 * an emergency where only the model suspects danger and is not all but sure of it ("dont know enough about it to say").
 */
export function screen(message: Screened, signs: Signs, answered: () => number = () => 0): Danger | null {
  const { plain, likely, lowered, possible } = findSigns(message, signs);
  const score = saidBy(() => message.danger());
  // Without a model, or where it fails, the patterns work alone: then every sign counts, possible ones too.
  const topic = saidBy(() => topicAskedFor(message)) ?? 0;
  const joined = score === null ? Number.NaN : likelihoodOf(score, topic, plain.size + likely.size === 0 && lowered.size > 0);
  const likelihood = Number.isFinite(joined) ? joined : null;
  const guess = categories.find((category) => category === score?.category);
  const isLikely = likelihood === null || likelihood >= likelySignLikelihood;
  const emergencies = new Set<Category>([...plain, ...(isLikely ? likely : [])]);
  const checks = new Set<Category>([...likely, ...lowered, ...(likelihood === null || likelihood >= checkLikelihood ? possible : [])]);
  if (likelihood !== null && guess !== undefined) {
    const hasSign = plain.size + likely.size + lowered.size + possible.size > 0;
    const isAnswer = !hasSign && likelihood < answeredLikelihood && (saidBy(answered) ?? 0) >= surelyAnswered;
    if (likelihood >= emergencyLikelihood && !isAnswer) emergencies.add(guess);
    else if (likelihood >= checkLikelihood) checks.add(guess);
  }
  const isEmergency = emergencies.size > 0;
  const [category, ...others] = categories.filter((one) => (isEmergency ? emergencies : checks).has(one));
  return category === undefined
    ? null
    : { tier: isEmergency ? 'emergency' : 'check', category, others, guarded: lowered.size > 0 && likely.size === 0 && !isEmergency };
}

/** Whether somebody tells that a medicine for opioid addiction made them very sick (precipitated withdrawal, review.md S8). */
export function soundsPrecipitated(message: Pick<Screened, 'sentences'>, signs: Signs): boolean {
  return message.sentences.some((sentence) => spansIn(signs.precipitated, sentence).length > 0);
}
