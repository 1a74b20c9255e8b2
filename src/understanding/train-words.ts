import { createTrained, descend, means, nudge, type Trained } from './adagrad';
import type { WordModel } from './classifier';
import { type Example, type Prepared, prepareExamples } from './prepare-examples';
import { createRandom } from './random';
import { shuffle } from './shuffle';
import { softmax } from './softmax';
import { toBytes } from './to-bytes';
import type { LetterTraining } from './train-letters';

export interface WordTraining extends LetterTraining {
  /** Hidden units. */
  readonly units: number;
}

/** Step of AdaGrad, and of plain descent for the biases. */
const rate = 0.1;
const biasRate = { unit: 0.01, label: 0.05 };
/** Share of a text's features that is left out each time it is learned, so that no single word carries a meaning alone. */
const leftOut = 0.1;
/** An example that is as sure as this teaches nothing more. */
const sure = 0.99;
/** Labels with a smaller error barely move a number; skipping them saves time. */
const negligible = 3e-3;

function randomNumbers(length: number, width: number, random: () => number): Trained {
  return createTrained(
    new Float32Array(length).map(() => (random() - 0.5) * width),
    0.01,
  );
}

/** Trains the network over words and pairs by AdaGrad on the log loss. Deterministic, like the regression over letters. */
export function trainWords(examples: readonly Example[], labels: number, { epochs, fewest, units }: WordTraining): WordModel {
  const set = prepareExamples(examples, fewest);
  const random = createRandom(20261124);
  const vectors = randomNumbers(set.rowOf.length * units, 0.2, random);
  const output = randomNumbers(units * labels, 1, random);
  const unitBias = { numbers: new Float32Array(units).fill(0.1), late: new Float32Array(units) };
  const bias = { numbers: new Float32Array(labels), late: new Float32Array(labels) };
  const heights = new Float64Array(units);
  const gradients = new Float64Array(units);
  const errors = new Float64Array(labels);
  /** Labels that this example still teaches something. */
  const active = new Uint32Array(labels);
  const order = Uint32Array.from(set.examples.keys());
  let kept = new Float32Array(256);

  function leaveSomeOut(values: Float32Array): void {
    if (kept.length < values.length) kept = new Float32Array(2 * values.length);
    for (let index = 0; index < values.length; index += 1) kept[index] = random() < leftOut ? 0 : (values[index] as number) / (1 - leftOut);
  }

  function guess(rows: Uint32Array): void {
    heights.set(unitBias.numbers);
    for (let index = 0; index < rows.length; index += 1) {
      const value = kept[index] as number;
      if (value === 0) continue;
      const start = (rows[index] as number) * units;
      for (let unit = 0; unit < units; unit += 1)
        heights[unit] = (heights[unit] as number) + value * (vectors.numbers[start + unit] as number);
    }
    errors.set(bias.numbers);
    for (let unit = 0; unit < units; unit += 1) {
      const height = Math.max(0, heights[unit] as number);
      heights[unit] = height;
      if (height === 0) continue;
      for (let label = 0; label < labels; label += 1)
        errors[label] = (errors[label] as number) + height * (output.numbers[unit * labels + label] as number);
    }
    softmax(errors);
  }

  function learnOutput(time: number): void {
    let open = 0;
    for (let label = 0; label < labels; label += 1) if (Math.abs(errors[label] as number) > negligible) active[open++] = label;
    for (let unit = 0; unit < units; unit += 1) {
      const height = heights[unit] as number;
      let gradient = 0;
      for (let nth = 0; height > 0 && nth < open; nth += 1) {
        const label = active[nth] as number;
        const at = unit * labels + label;
        const error = errors[label] as number;
        gradient += error * (output.numbers[at] as number);
        descend(output, at, error * height, rate, time);
      }
      gradients[unit] = gradient;
      nudge(unitBias, unit, biasRate.unit * gradient, time);
    }
    for (let label = 0; label < labels; label += 1) nudge(bias, label, biasRate.label * (errors[label] as number), time);
  }

  function learnVectors(rows: Uint32Array, time: number): void {
    for (let index = 0; index < rows.length; index += 1) {
      const value = kept[index] as number;
      if (value === 0) continue;
      const start = (rows[index] as number) * units;
      for (let unit = 0; unit < units; unit += 1) {
        const gradient = (gradients[unit] as number) * value;
        if (gradient !== 0) descend(vectors, start + unit, gradient, rate, time);
      }
    }
  }

  function learn({ label, rows, values }: Prepared, time: number): void {
    leaveSomeOut(values);
    guess(rows);
    if ((errors[label] as number) > sure) return;
    errors[label] = (errors[label] as number) - 1;
    learnOutput(time);
    learnVectors(rows, time);
  }

  let time = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      if (epoch === epochs - 1) time += 1;
      learn(set.examples[at] as Prepared, time);
    }
  }
  const { bytes, scale } = toBytes(means(vectors, time), units, set.rowOf);
  return {
    ...{ vocabulary: set.vocabulary, vectors: bytes, scale },
    ...{ unitBias: means(unitBias, time), output: means(output, time), bias: means(bias, time) },
  };
}
