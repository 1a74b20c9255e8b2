import { type Classifier, createVocabulary, softmax, type Vocabulary, weigh } from './classifier';
import type { Features } from './features';

/** One phrase's features with the label that it teaches. */
export interface Example {
  readonly label: string;
  readonly groups: Features;
}

export interface TrainingOptions {
  readonly epochs: number;
  /** Step of AdaGrad. */
  readonly rate: number;
}

/** A feature in fewer examples than this says more about one phrase than about its meaning. */
const fewestExamples = 2;

/** A linear congruential generator (Numerical Recipes' constants): the same order on every machine, so the same model bit for bit. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] as number;
    order[index] = order[other] as number;
    order[other] = kept;
  }
}

/** How often each hash occurs, counted in an open-addressing table: several times as fast as a map or as sorting all of them. */
function countHashes(examples: readonly Example[]): { keys: Uint32Array; counts: Uint32Array } {
  const total = examples.reduce((sum, { groups }) => sum + groups.reduce((count, group) => count + group.length, 0), 0);
  const size = 2 ** Math.ceil(Math.log2(total + 2));
  const keys = new Uint32Array(size);
  const counts = new Uint32Array(size);
  for (const { groups } of examples)
    for (const group of groups)
      for (let index = 0; index < group.length; index += 1) {
        const hash = group[index] as number;
        let slot = hash & (size - 1);
        while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1);
        keys[slot] = hash;
        counts[slot] = (counts[slot] as number) + 1;
      }
  return { keys, counts };
}

/** The features that occur often enough, in ascending order, with the inverse of how often. */
function vocabularyOf(examples: readonly Example[]): Vocabulary {
  const { keys, counts } = countHashes(examples);
  const kept = keys.filter((_, slot) => (counts[slot] as number) >= fewestExamples).sort();
  const idf = Uint8Array.from(kept, (hash) => {
    let slot = hash & (keys.length - 1);
    while (keys[slot] !== hash) slot = (slot + 1) & (keys.length - 1);
    return Math.max(1, Math.min(255, Math.round(16 * Math.log(1 + examples.length / ((counts[slot] as number) + 1)))));
  });
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

interface Prepared {
  readonly label: number;
  readonly ranks: Uint32Array;
  readonly values: Float32Array;
}

function prepare({ groups, label }: Example, labels: readonly string[], vocabulary: Vocabulary, rankOf: Uint32Array): Prepared {
  const { rows, values } = weigh(groups, vocabulary);
  for (let index = 0; index < rows.length; index += 1) rows[index] = rankOf[rows[index] as number] as number;
  return { label: labels.indexOf(label), ranks: rows, values };
}

/** Trains one classifier by AdaGrad on the log loss. Deterministic: the same examples in the same order give the same bytes. */
export function trainClassifier(labels: readonly string[], examples: readonly Example[], options: TrainingOptions): Classifier {
  const count = labels.length;
  const vocabulary = vocabularyOf(examples);
  const size = vocabulary.keys.length;
  const rankOf = ranksOf(vocabulary);
  const prepared = examples.map((example) => prepare(example, labels, vocabulary, rankOf));
  const { weights, bias } = descend(prepared, size, count, options);
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest === 0 ? 1 : largest / 127;
  const small = new Int8Array(size * count);
  for (let row = 0; row < size; row += 1) {
    const from = (rankOf[row] as number) * count;
    for (let label = 0; label < count; label += 1) small[row * count + label] = Math.round((weights[from + label] as number) / scale);
  }
  return { labels, vocabulary, weights: small, scale, bias };
}

function descend(prepared: readonly Prepared[], size: number, count: number, { epochs, rate }: TrainingOptions) {
  const weights = new Float32Array(size * count);
  const squares = new Float32Array(size * count).fill(0.1);
  const bias = new Float32Array(count);
  const order = Uint32Array.from(prepared.keys());
  const random = createRandom(20261124);
  const errors = new Float64Array(count);
  /** Labels that this example still teaches something. */
  const active = new Uint32Array(count);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { label, ranks, values } = prepared[at] as Prepared;
      errors.set(bias);
      for (let index = 0; index < ranks.length; index += 1) {
        const start = (ranks[index] as number) * count;
        const value = values[index] as number;
        for (let one = 0; one < count; one += 1) errors[one] = (errors[one] as number) + value * (weights[start + one] as number);
      }
      softmax(errors);
      let open = 0;
      for (let one = 0; one < count; one += 1) {
        const error = (errors[one] as number) - (one === label ? 1 : 0);
        errors[one] = error;
        bias[one] = (bias[one] as number) - 0.05 * rate * error;
        // Labels that are already ruled out barely move a weight; skipping them saves half of the time.
        if (error > 1e-2 || error < -1e-2) active[open++] = one;
      }
      if (open === 0) continue;
      for (let index = 0; index < ranks.length; index += 1) {
        const start = (ranks[index] as number) * count;
        const value = values[index] as number;
        for (let nth = 0; nth < open; nth += 1) {
          const one = active[nth] as number;
          const gradient = (errors[one] as number) * value;
          const square = (squares[start + one] as number) + gradient * gradient;
          squares[start + one] = square;
          weights[start + one] = (weights[start + one] as number) - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return { weights, bias };
}
