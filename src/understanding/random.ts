/** Makes numbers from 0 to 1 by a linear congruential generator (Numerical Recipes' constants): the same on every machine, so the same model bit for bit. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
