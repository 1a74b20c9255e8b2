import { randomInt } from 'node:crypto';

/** So many different whole numbers from 0 to below `limit`, or all of them where there are fewer, in random order. */
export function randomNumbers(count: number, limit: number): number[] {
  const numbers = new Set<number>();
  while (numbers.size < Math.min(count, limit)) numbers.add(randomInt(limit));
  return [...numbers];
}
