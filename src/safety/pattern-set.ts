import { compilePhrase, type PhrasePattern, type Span, spansOf } from './phrase-pattern';

/** Many phrases that are searched together: a phrase is only tried on a sentence that has one of its necessary words. */
export interface PatternSet {
  readonly byWord: ReadonlyMap<string, readonly PhrasePattern[]>;
  /** Phrases of which every word may also be the beginning of another. */
  readonly others: readonly PhrasePattern[];
}

/** The words of which one has to be there, of the step that has the fewest; null where no step says so. */
function necessaryWords({ steps }: PhrasePattern): readonly string[] | null {
  const sets = steps.flatMap((step) => (step.kind === 'word' && !step.optional && step.starts.length === 0 ? [[...step.whole]] : []));
  return sets.sort((one, other) => one.length - other.length)[0] ?? null;
}

/** Reads phrases into a set; `isOneClause` keeps each within one clause. Throws where one is not of the notation. */
export function compilePatterns(phrases: readonly string[], isOneClause = false): PatternSet {
  const byWord = new Map<string, PhrasePattern[]>();
  const others: PhrasePattern[] = [];
  for (const pattern of phrases.map((phrase) => compilePhrase(phrase, isOneClause))) {
    const necessary = necessaryWords(pattern);
    if (necessary === null) others.push(pattern);
    else for (const word of necessary) byWord.set(word, [...(byWord.get(word) ?? []), pattern]);
  }
  return { byWord, others };
}

/** Where any phrase of the set occurs in the words of one sentence. */
export function spansIn(set: PatternSet, words: readonly string[]): Span[] {
  const tried = new Set<PhrasePattern>();
  const spans = set.others.flatMap((pattern) => spansOf(pattern, words));
  for (const word of words)
    for (const pattern of set.byWord.get(word) ?? []) {
      if (tried.has(pattern)) continue;
      tried.add(pattern);
      spans.push(...spansOf(pattern, words));
    }
  return spans;
}
