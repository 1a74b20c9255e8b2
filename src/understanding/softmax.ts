/** Turns sums into probabilities, in place. */
export function softmax(sums: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < sums.length; index += 1) if ((sums[index] as number) > highest) highest = sums[index] as number;
  let total = 0;
  for (let index = 0; index < sums.length; index += 1) total += sums[index] = Math.exp((sums[index] as number) - highest);
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] as number) / total;
}
