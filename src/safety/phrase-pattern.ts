/**
 * A phrase as staff write it in `dialogs/crisis-signs.yaml`, matched against the folded words of one sentence:
 * words follow each other; `a/b` is one of these words; `word*` a word that starts so; `word?` may be missing; `..` leaves room for up to
 * 4 other words.
 */
export interface PhrasePattern {
  readonly steps: readonly Step[];
  /** Whether `..` ends where another clause begins: what is said of "my brother overdosed" is not said of "and i want to die". */
  readonly isOneClause: boolean;
}

type Step =
  | { readonly kind: 'gap' }
  | { readonly kind: 'word'; readonly whole: ReadonlySet<string>; readonly starts: readonly string[]; readonly optional: boolean };

const longestGap = 4;

/** Words with which another clause, or the present, begins. */
const clauseWords = new Set('and but now today tonight rn y pero ahora ahorita hoy'.split(' '));

/** Reads one phrase. Throws an Error that names the part which is not of the notation. */
export function compilePhrase(phrase: string, isOneClause = false): PhrasePattern {
  const steps = phrase
    .trim()
    .split(/\s+/)
    .map((part): Step => {
      if (part === '..') return { kind: 'gap' };
      const optional = part.endsWith('?');
      const alternatives = (optional ? part.slice(0, -1) : part).split('/');
      for (const one of alternatives)
        if (!/^[a-z0-9]+\*?$/.test(one))
          throw new Error(`"${part}" in "${phrase}": only small letters and digits, a/b, word*, word? and ..`);
      return {
        kind: 'word',
        whole: new Set(alternatives.filter((one) => !one.endsWith('*'))),
        starts: alternatives.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1)),
        optional,
      };
    });
  if (!steps.some((step) => step.kind === 'word' && !step.optional)) throw new Error(`"${phrase}": at least one word has to be there`);
  return { steps, isOneClause };
}

function fits(step: Step & { kind: 'word' }, word: string): boolean {
  return step.whole.has(word) || step.starts.some((start) => word.startsWith(start));
}

/** Every position in `words` that can stand after one more step, breadth first: time is bounded by words x steps x gap. */
function advance(step: Step, words: readonly string[], positions: ReadonlySet<number>, isOneClause: boolean): Set<number> {
  const next = new Set<number>();
  for (const position of positions) {
    if (step.kind === 'gap') {
      for (let skipped = 0; skipped <= longestGap && position + skipped <= words.length; skipped += 1) {
        if (isOneClause && skipped > 0 && clauseWords.has(words[position + skipped - 1] as string)) break;
        next.add(position + skipped);
      }
      continue;
    }
    if (step.optional) next.add(position);
    const word = words[position];
    if (word !== undefined && fits(step, word)) next.add(position + 1);
  }
  return next;
}

/** A stretch of words: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the phrase occurs in the words of one sentence: for every word that it can start at, the shortest stretch. */
export function spansOf(pattern: PhrasePattern, words: readonly string[]): Span[] {
  const [first] = pattern.steps;
  const spans: Span[] = [];
  for (let start = 0; start < words.length; start += 1) {
    if (first?.kind === 'word' && !first.optional && !fits(first, words[start] as string)) continue;
    let positions: Set<number> = new Set([start]);
    for (const step of pattern.steps) {
      positions = advance(step, words, positions, pattern.isOneClause);
      if (positions.size === 0) break;
    }
    if (positions.size > 0) spans.push({ start, end: Math.min(...positions) });
  }
  return spans;
}
