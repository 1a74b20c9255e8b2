import { words } from '../language/words';
import type { Lexicon } from '../understanding/unglue';

/** A word seen this often is no accident. */
const fewestSeen = 2;
/** A word that others may be glued to, by its length in characters: short ones occur in every long word. */
const fewestCommon = (length: number) => (length <= 3 ? 60 : 12);
const singleLetters = /^[aiuy]$/;

/** The words of phrases: which are known at all, and which are so common that they may be found inside a glued word. */
export function lexiconOf(phrases: readonly string[]): Lexicon {
  const counts = new Map<string, number>();
  for (const phrase of phrases) for (const word of words(phrase)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts].filter(([word, count]) => /^[a-z]+$/.test(word) && count >= fewestSeen);
  const isCommon = ([word, count]: readonly [string, number]) =>
    word.length === 1 ? singleLetters.test(word) : count >= fewestCommon(word.length);
  const names = (list: readonly (readonly [string, number])[]) => list.map(([word]) => word).sort();
  return { common: names(known.filter(isCommon)), rare: names(known.filter((one) => !isCommon(one))) };
}
