/** A trained classifier: multinomial logistic regression over hashed features, weights in 8 bits. */
export interface Classifier {
  readonly labels: readonly string[];
  /** log2 of the number of feature buckets. */
  readonly bits: number;
  /** Inverse document frequency of each bucket, in steps of 1/16. */
  readonly idf: Uint8Array;
  /** `weights[bucket * labels.length + label] * scale` is the weight. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: Float32Array;
}

/** A label with its probability (0 to 1). */
export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Adds idf-weighted, length-normalised features to a dense list of [bucket, value]. */
export function weigh(hashes: Uint32Array, bits: number, idf: Uint8Array): { buckets: Uint32Array; values: Float32Array } {
  const buckets = new Uint32Array(hashes.length);
  const values = new Float32Array(hashes.length);
  let norm = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    const bucket = (hashes[index] as number) >>> (32 - bits);
    const value = (idf[bucket] as number) / 16;
    buckets[index] = bucket;
    values[index] = value;
    norm += value * value;
  }
  const factor = norm === 0 ? 0 : 1 / Math.sqrt(norm);
  for (let index = 0; index < values.length; index += 1) values[index] = (values[index] as number) * factor;
  return { buckets, values };
}

/** The probability of every label for one set of features, in the order of `labels`. */
function probabilities(classifier: Classifier, hashes: Uint32Array): Float32Array {
  const count = classifier.labels.length;
  const sums = Float64Array.from(classifier.bias);
  const { buckets, values } = weigh(hashes, classifier.bits, classifier.idf);
  for (let index = 0; index < buckets.length; index += 1) {
    const start = (buckets[index] as number) * count;
    const value = (values[index] as number) * classifier.scale;
    for (let label = 0; label < count; label += 1)
      sums[label] = (sums[label] as number) + value * (classifier.weights[start + label] as number);
  }
  const highest = Math.max(...sums);
  let total = 0;
  for (let label = 0; label < count; label += 1) total += sums[label] = Math.exp((sums[label] as number) - highest);
  return Float32Array.from(sums, (value) => value / total);
}

/** All labels with their probabilities, best first. */
export function ranked(classifier: Classifier, hashes: Uint32Array): Scored[] {
  const scores = probabilities(classifier, hashes);
  return classifier.labels.map((id, index) => ({ id, score: scores[index] as number })).sort((a, b) => b.score - a.score);
}
