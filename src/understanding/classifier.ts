import type { Features, MessageFeatures } from './features';
import { softmax } from './softmax';
import { type Vocabulary, weigh } from './vocabulary';

/** Multinomial logistic regression over runs of letters: it carries misspellings. Weights in 8 bits. */
export interface LetterModel {
  readonly vocabulary: Vocabulary;
  /** `weights[row * labels + label] * scale` is the weight. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: Float32Array;
}

/**
 * A network with one small hidden layer over words and pairs of words: it carries what words mean beside each other, as "overdosed" beside
 * "years ago". Vectors in 8 bits.
 */
export interface WordModel {
  readonly vocabulary: Vocabulary;
  /** `vectors[row * units + unit] * scale` is what a feature adds to a hidden unit. */
  readonly vectors: Int8Array;
  readonly scale: number;
  /** One for each hidden unit. */
  readonly unitBias: Float32Array;
  /** `output[unit * labels + label]` is what a hidden unit, where it is above 0, adds to a label. */
  readonly output: Float32Array;
  readonly bias: Float32Array;
}

/** A trained classifier: the mean of two models that look at different features of a text, which is better than either (CONTRIBUTING, Decisions). */
export interface Classifier {
  readonly labels: readonly string[];
  readonly letters: LetterModel;
  readonly words: WordModel;
}

/** A label with its probability (0 to 1). */
export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Adds what the runs of letters say to the sums of the labels. */
function addLetters({ vocabulary, weights, scale, bias }: LetterModel, groups: Features, sums: Float64Array): void {
  const count = sums.length;
  const { rows, values } = weigh(groups, vocabulary);
  for (let label = 0; label < count; label += 1) sums[label] = (sums[label] as number) + (bias[label] as number);
  for (let index = 0; index < rows.length; index += 1) {
    const start = (rows[index] as number) * count;
    const value = (values[index] as number) * scale;
    for (let label = 0; label < count; label += 1) sums[label] = (sums[label] as number) + value * (weights[start + label] as number);
  }
}

/** Adds what the words say to the sums of the labels. */
function addWords({ vocabulary, vectors, scale, unitBias, output, bias }: WordModel, groups: Features, sums: Float64Array): void {
  const count = sums.length;
  const units = new Float64Array(unitBias);
  const { rows, values } = weigh(groups, vocabulary);
  for (let index = 0; index < rows.length; index += 1) {
    const start = (rows[index] as number) * units.length;
    const value = (values[index] as number) * scale;
    for (let unit = 0; unit < units.length; unit += 1) units[unit] = (units[unit] as number) + value * (vectors[start + unit] as number);
  }
  for (let label = 0; label < count; label += 1) sums[label] = (sums[label] as number) + (bias[label] as number);
  for (let unit = 0; unit < units.length; unit += 1) {
    const height = units[unit] as number;
    if (height <= 0) continue;
    for (let label = 0; label < count; label += 1)
      sums[label] = (sums[label] as number) + height * (output[unit * count + label] as number);
  }
}

/** The probability of every label for one text, in the order of `labels`. */
export function probabilities({ labels, letters, words }: Classifier, features: MessageFeatures): Float64Array {
  const sums = new Float64Array(labels.length);
  addLetters(letters, features.letters, sums);
  addWords(words, features.words, sums);
  for (let label = 0; label < sums.length; label += 1) sums[label] = (sums[label] as number) / 2;
  softmax(sums);
  return sums;
}

/** All labels with their probabilities, best first. */
export function ranked(classifier: Classifier, features: MessageFeatures): Scored[] {
  const scores = probabilities(classifier, features);
  return classifier.labels.map((id, index) => ({ id, score: scores[index] as number })).sort((a, b) => b.score - a.score);
}
