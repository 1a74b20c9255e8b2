import type { Content } from '../../src/content/content';
import { realContent } from '../support/real-content';

/** A moment within the review dates of all topics. */
export const now = Date.UTC(2026, 0, 5, 15);

/** The content that the build compiled, for a center that has told nothing but its name and phone. */
export function builtScript(): Content {
  return realContent();
}

/** All sets of some of the ids, the empty one first. */
export function subsets(ids: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const id of ids) for (const set of [...sets]) sets.push([...set, id]);
  return sets;
}
