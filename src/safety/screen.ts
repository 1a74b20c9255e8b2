import type { Scored } from '../understanding/classifier';
import { type Category, categories, type Danger } from './danger';
import { occurs, type PhrasePattern } from './phrase-pattern';
import type { Signs } from './signs';

/** What the screen looks at. */
export interface Screened {
  /** Folded words, sentence by sentence. */
  readonly sentences: readonly (readonly string[])[];
  /** Scores of the model by category, best first; empty without a model, then the patterns work alone. */
  danger(): readonly Scored[];
}

/** From this probability on the model alone shows the full stop. */
const emergencyScore = 0.6;
/** From this probability on the model alone asks the soft question. */
const checkScore = 0.25;
/** A sentence that a guard speaks of is lowered to a check unless the model is surer than this. */
const certainScore = 0.9;

function anyOccurs(patterns: readonly PhrasePattern[], sentence: readonly string[]): boolean {
  return patterns.some((pattern) => occurs(pattern, sentence));
}

/**
 * Looks for danger in a message, by patterns joined with the model. A guard (the past, a negation, grief, a question for information, an idiom)
 * in the same sentence lowers an emergency to a check; nothing silences it.
 */
export function screen(message: Screened, signs: Signs): Danger | null {
  const emergencies = new Set<Category>();
  const checks = new Set<Category>();
  let guarded = false;
  for (const sentence of message.sentences) {
    const isGuarded = anyOccurs(signs.guards, sentence);
    guarded ||= isGuarded;
    for (const category of categories) {
      if (anyOccurs(signs.emergency.get(category) ?? [], sentence)) (isGuarded ? checks : emergencies).add(category);
      else if (anyOccurs(signs.check.get(category) ?? [], sentence)) checks.add(category);
    }
  }
  const scores = message.danger();
  const total = scores.reduce((sum, { score }) => Math.max(sum, score), 0);
  const best = scores[0];
  if (best !== undefined) {
    if (total >= (guarded ? certainScore : emergencyScore)) emergencies.add(best.id as Category);
    else if (total >= checkScore) checks.add(best.id as Category);
  }
  const found = categories.filter((category) => emergencies.has(category));
  const [category, ...others] = found.length > 0 ? found : categories.filter((one) => checks.has(one));
  if (category === undefined) return null;
  return { tier: found.length > 0 ? 'emergency' : 'check', category, others: found.length > 0 ? others : [] };
}
