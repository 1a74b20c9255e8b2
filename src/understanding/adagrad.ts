/** Numbers under training by AdaGrad: their sum of squared gradients steers the step, and their mean over the last round is what is kept. */
export interface Trained {
  readonly numbers: Float32Array;
  readonly squares: Float32Array;
  /** Sum of each step times the number of the example that it was made at, in the last round. */
  readonly late: Float32Array;
}

/** Puts numbers under training; the higher the first square, the smaller the first steps. */
export function createTrained(numbers: Float32Array, firstSquare: number): Trained {
  return { numbers, squares: new Float32Array(numbers.length).fill(firstSquare), late: new Float32Array(numbers.length) };
}

/** One step for one number. `time` counts the examples of the last round; it is 0 before. */
export function descend({ numbers, squares, late }: Trained, at: number, gradient: number, rate: number, time: number): void {
  const square = (squares[at] as number) + gradient * gradient;
  squares[at] = square;
  const step = (rate * gradient) / Math.sqrt(square);
  numbers[at] = (numbers[at] as number) - step;
  if (time > 0) late[at] = (late[at] as number) + time * step;
}

/** One step of a given size for one number that is not steered by its squares, such as a bias. */
export function nudge({ numbers, late }: Pick<Trained, 'numbers' | 'late'>, at: number, step: number, time: number): void {
  numbers[at] = (numbers[at] as number) - step;
  late[at] = (late[at] as number) + time * step;
}

/** The mean over the last round, which depends less on the order of the examples: the last value, and of each step back the share of the round before it. */
export function means({ numbers, late }: Pick<Trained, 'numbers' | 'late'>, time: number): Float32Array {
  return numbers.map((number, at) => number + (late[at] as number) / time);
}
