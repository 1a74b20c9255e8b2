import { createTrained, descend, means, nudge } from './adagrad';
import type { LetterModel } from './classifier';
import { type Example, prepareExamples, type TrainingSet } from './prepare-examples';
import { createRandom } from './random';
import { shuffle } from './shuffle';
import { softmax } from './softmax';
import { toBytes } from './to-bytes';

export interface LetterTraining {
  /** Rounds over all examples. */
  readonly epochs: number;
  /** Examples that a feature has to occur in, 2 or more. */
  readonly fewest: number;
}

/** Step of AdaGrad, and of plain descent for the biases. */
const rate = 1;
const biasRate = 0.05;
/** Labels with a smaller error barely move a weight; skipping them saves half of the time. */
const negligible = 1e-2;

/** Trains the regression over runs of letters by AdaGrad on the log loss. Deterministic: the same examples in the same order give the same bytes. */
export function trainLetters(examples: readonly Example[], labels: number, { epochs, fewest }: LetterTraining): LetterModel {
  const set = prepareExamples(examples, fewest);
  const { weights, bias } = learn(set, labels, epochs);
  const { bytes, scale } = toBytes(weights, labels, set.rowOf);
  return { vocabulary: set.vocabulary, weights: bytes, scale, bias };
}

function learn({ examples, rowOf }: TrainingSet, count: number, epochs: number) {
  const trained = createTrained(new Float32Array(rowOf.length * count), 0.1);
  const weights = trained.numbers;
  const bias = { numbers: new Float32Array(count), late: new Float32Array(count) };
  const order = Uint32Array.from(examples.keys());
  const random = createRandom(20261124);
  const errors = new Float64Array(count);
  /** Labels that this example still teaches something. */
  const active = new Uint32Array(count);
  let time = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      if (epoch === epochs - 1) time += 1;
      const { label, rows, values } = examples[at] as TrainingSet['examples'][number];
      errors.set(bias.numbers);
      for (let index = 0; index < rows.length; index += 1) {
        const start = (rows[index] as number) * count;
        const value = values[index] as number;
        for (let one = 0; one < count; one += 1) errors[one] = (errors[one] as number) + value * (weights[start + one] as number);
      }
      softmax(errors);
      let open = 0;
      for (let one = 0; one < count; one += 1) {
        const error = (errors[one] as number) - (one === label ? 1 : 0);
        errors[one] = error;
        nudge(bias, one, biasRate * error, time);
        if (error > negligible || error < -negligible) active[open++] = one;
      }
      if (open === 0) continue;
      for (let index = 0; index < rows.length; index += 1) {
        const start = (rows[index] as number) * count;
        const value = values[index] as number;
        for (let nth = 0; nth < open; nth += 1) {
          const one = active[nth] as number;
          descend(trained, start + one, (errors[one] as number) * value, rate, time);
        }
      }
    }
  }
  return { weights: means(trained, time), bias: means(bias, time) };
}
