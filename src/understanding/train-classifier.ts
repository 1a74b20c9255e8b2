import { type Classifier, weigh } from './classifier';

/** One phrase's features with the label that it teaches. */
export interface Example {
  readonly label: string;
  readonly hashes: Uint32Array;
}

export interface TrainingOptions {
  /** log2 of the number of feature buckets. */
  readonly bits: number;
  readonly epochs: number;
  /** Step of AdaGrad. */
  readonly rate: number;
}

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

function inverseFrequencies(examples: readonly Example[], bits: number): Uint8Array {
  const seen = new Uint32Array(2 ** bits);
  for (const { hashes } of examples) {
    const buckets = new Set<number>();
    for (const hash of hashes) buckets.add(hash >>> (32 - bits));
    for (const bucket of buckets) seen[bucket] = (seen[bucket] as number) + 1;
  }
  return Uint8Array.from(seen, (count) => Math.min(255, Math.round(16 * Math.log(1 + examples.length / (count + 1)))));
}

/** Trains one classifier by AdaGrad on the log loss. Deterministic: the same examples in the same order give the same bytes. */
export function trainClassifier(labels: readonly string[], examples: readonly Example[], options: TrainingOptions): Classifier {
  const count = labels.length;
  const size = 2 ** options.bits;
  const idf = inverseFrequencies(examples, options.bits);
  const weights = new Float32Array(size * count);
  const squares = new Float32Array(size * count).fill(0.1);
  const bias = new Float32Array(count);
  const prepared = examples.map((example) => ({ label: labels.indexOf(example.label), ...weigh(example.hashes, options.bits, idf) }));
  const order = Uint32Array.from(prepared.keys());
  const random = createRandom(20261124);
  const errors = new Float64Array(count);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { label, buckets, values } = prepared[at] as (typeof prepared)[number];
      errors.set(bias);
      for (let index = 0; index < buckets.length; index += 1) {
        const start = (buckets[index] as number) * count;
        const value = values[index] as number;
        for (let one = 0; one < count; one += 1) errors[one] = (errors[one] as number) + value * (weights[start + one] as number);
      }
      const highest = Math.max(...errors);
      let total = 0;
      for (let one = 0; one < count; one += 1) total += errors[one] = Math.exp((errors[one] as number) - highest);
      for (let one = 0; one < count; one += 1) {
        errors[one] = (errors[one] as number) / total - (one === label ? 1 : 0);
        bias[one] = (bias[one] as number) - 0.05 * options.rate * (errors[one] as number);
      }
      for (let one = 0; one < count; one += 1) {
        const error = errors[one] as number;
        // Labels that are already ruled out barely move a weight; skipping them is most of the speed.
        if (error < 1e-3 && error > -1e-3) continue;
        for (let index = 0; index < buckets.length; index += 1) {
          const cell = (buckets[index] as number) * count + one;
          const gradient = error * (values[index] as number);
          const square = (squares[cell] as number) + gradient * gradient;
          squares[cell] = square;
          weights[cell] = (weights[cell] as number) - (options.rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest === 0 ? 1 : largest / 127;
  return { labels, bits: options.bits, idf, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale, bias };
}
