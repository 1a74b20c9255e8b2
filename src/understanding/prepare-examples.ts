import type { Features } from './features';
import { createVocabulary, type Vocabulary, weigh } from './vocabulary';

/** One phrase's features with the label that it teaches. */
export interface Example {
  /** Place of the label among all labels. */
  readonly label: number;
  readonly groups: Features;
}

/** An example with its known features: their rows in the order of training, and their values. */
export interface Prepared {
  readonly label: number;
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

/** What examples look like to the trainers. */
export interface TrainingSet {
  readonly vocabulary: Vocabulary;
  readonly examples: readonly Prepared[];
  /** Row of the vocabulary -> row in training. */
  readonly rowOf: Uint32Array;
}

/** Marks of hashes by their high bits, twice 4 MB: small enough to stay near the processor. */
const markBits = 25;

/** Calls `visit` with every hash of every example. */
function eachHash(examples: readonly Example[], visit: (hash: number) => void): void {
  for (const { groups } of examples)
    for (const group of groups) for (let index = 0; index < group.length; index += 1) visit(group[index] as number);
}

/** Whether a hash may occur more than once. Most occur but once, and it is worth a second pass to keep these out of the table that counts. */
function createSieve(examples: readonly Example[]): (hash: number) => boolean {
  const once = new Uint32Array(2 ** (markBits - 5));
  const again = new Uint32Array(once.length);
  eachHash(examples, (hash) => {
    const mark = hash >>> (32 - markBits);
    const bit = 1 << (mark & 31);
    const at = mark >>> 5;
    if (((once[at] as number) & bit) === 0) once[at] = (once[at] as number) | bit;
    else again[at] = (again[at] as number) | bit;
  });
  return (hash) => {
    const mark = hash >>> (32 - markBits);
    return ((again[mark >>> 5] as number) & (1 << (mark & 31))) !== 0;
  };
}

/** How often each hash that may occur more than once does: in an open-addressing table, several times as fast as a map. */
function countHashes(examples: readonly Example[]): { hashes: Uint32Array; countOf: (hash: number) => number } {
  const mayReturn = createSieve(examples);
  let keys = new Uint32Array(2 ** 16);
  let counts = new Uint32Array(keys.length);
  let used = 0;
  const slotOf = (hash: number) => {
    let slot = hash & (keys.length - 1);
    while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (keys.length - 1);
    return slot;
  };
  const grow = () => {
    const [oldKeys, oldCounts] = [keys, counts];
    keys = new Uint32Array(2 * oldKeys.length);
    counts = new Uint32Array(keys.length);
    for (let slot = 0; slot < oldKeys.length; slot += 1) {
      if (oldCounts[slot] === 0) continue;
      const to = slotOf(oldKeys[slot] as number);
      keys[to] = oldKeys[slot] as number;
      counts[to] = oldCounts[slot] as number;
    }
  };
  eachHash(examples, (hash) => {
    if (!mayReturn(hash)) return;
    const slot = slotOf(hash);
    if (counts[slot] === 0) used += 1;
    keys[slot] = hash;
    counts[slot] = (counts[slot] as number) + 1;
    if (2 * used > keys.length) grow();
  });
  return { hashes: keys.filter((_, slot) => counts[slot] !== 0), countOf: (hash) => counts[slotOf(hash)] as number };
}

/** The features that occur in `fewest` examples or more, in ascending order, with the inverse of how often. */
function vocabularyOf(examples: readonly Example[], fewest: number): Vocabulary {
  const { hashes, countOf } = countHashes(examples);
  const kept = hashes.filter((hash) => countOf(hash) >= fewest).sort();
  const idf = Uint8Array.from(kept, (hash) =>
    Math.max(1, Math.min(255, Math.round(16 * Math.log(1 + examples.length / (countOf(hash) + 1))))),
  );
  return createVocabulary(kept, idf);
}

/**
 * The rank of each row, the most common first: common features lie side by side while training, which is most of its speed.
 * Sorted by counting, since idf has 256 values.
 */
function ranksOf({ idf }: Vocabulary): Uint32Array {
  const next = new Uint32Array(257);
  for (let row = 0; row < idf.length; row += 1) {
    const after = (idf[row] as number) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let value = 1; value < next.length; value += 1) next[value] = (next[value] as number) + (next[value - 1] as number);
  const ranks = new Uint32Array(idf.length);
  for (let row = 0; row < idf.length; row += 1) {
    const value = idf[row] as number;
    ranks[row] = next[value] as number;
    next[value] = (next[value] as number) + 1;
  }
  return ranks;
}

/**
 * Learns the vocabulary of examples and brings them into the form that training works on. A feature in fewer than `fewest` examples (2 or more)
 * says more about a phrase than about its meaning, and is left out.
 */
export function prepareExamples(examples: readonly Example[], fewest: number): TrainingSet {
  const vocabulary = vocabularyOf(examples, fewest);
  const rowOf = ranksOf(vocabulary);
  const prepared = examples.map(({ label, groups }) => {
    const { rows, values } = weigh(groups, vocabulary);
    for (let index = 0; index < rows.length; index += 1) rows[index] = rowOf[rows[index] as number] as number;
    return { label, rows, values };
  });
  return { vocabulary, examples: prepared, rowOf };
}
