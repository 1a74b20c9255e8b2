/** Words that people type, folded: `common` ones may be found inside a glued word, `rare` ones are only known not to be glued. */
export interface Lexicon {
  readonly common: readonly string[];
  readonly rare: readonly string[];
}

/** Takes apart words that were glued together: "hewontwakeup" is he, wont, wake, up. A word that is known, or not made of common words, stays. */
export type Unglue = (words: readonly string[]) => readonly string[];

/** Shorter words are abbreviations and misspellings rather than glued. */
const shortest = 5;
/** Longer ones are noise, and time grows with the length. */
const longest = 80;
const longestPart = 20;

/** Makes the function from a lexicon. */
export function createUnglue({ common, rare }: Lexicon): Unglue {
  const parts = new Set(common);
  const known = new Set([...common, ...rare]);
  /** The fewest common words that make up the word, or null; of equally few those with the longest first word. */
  const takeApart = (word: string): string[] | null => {
    const fewest: (readonly string[] | null)[] = [[]];
    for (let end = 1; end <= word.length; end += 1) {
      let best: readonly string[] | null = null;
      for (let from = Math.max(0, end - longestPart); from < end; from += 1) {
        const before = fewest[from] ?? null;
        if (before === null || (best !== null && before.length + 1 >= best.length) || !parts.has(word.slice(from, end))) continue;
        best = [...before, word.slice(from, end)];
      }
      fewest.push(best);
    }
    const found = fewest[word.length] ?? null;
    // Many tiny words say that the word was only misspelled.
    return found !== null && found.length > 1 && word.length / found.length >= 2.5 ? [...found] : null;
  };
  const one = (word: string): readonly string[] => {
    if (word.length > longest || known.has(word) || !/^[a-z]+$/.test(word)) return [word];
    if (word.length >= shortest) return takeApart(word) ?? [word];
    // "help meI cant": a sentence that begins with I right behind the last one.
    const rest = word.slice(0, -1);
    return word.endsWith('i') && rest.length >= 2 && parts.has(rest) ? [rest, 'i'] : [word];
  };
  return (words) => (words.every((word) => known.has(word)) ? words : words.flatMap(one));
}
