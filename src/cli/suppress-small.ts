/** How often something named happened. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** A count as it may be shown. */
export interface ShownCount {
  readonly name: string;
  /** null: it is hidden. */
  readonly count: number | null;
  /** Why it is hidden. `small`: it is from 1 to 4. `beside-small`: without it a small one could be worked out from the total. */
  readonly hidden: 'small' | 'beside-small' | null;
}

/** The least count, beside 0, that does not point at single people. */
const leastShown = 5;

/** Hides a count that is small. Nothing may add up to it that is shown elsewhere. */
export function suppressOne({ name, count }: Count): ShownCount {
  return isSmall(count) ? { name, count: null, hidden: 'small' } : { name, count, hidden: null };
}

/**
 * Hides small counts of a group that adds up to `total` (null: to nothing that is shown), and with them as many of the next smallest as it
 * takes that nobody can work out a small one from what is shown. null: nothing of the group can be shown.
 */
export function suppressSmall(counts: readonly Count[], total: number | null): readonly ShownCount[] | null {
  const shown = counts.filter(({ count }) => count >= leastShown).sort((one, other) => one.count - other.count);
  const beside = new Set<Count>();
  while (total !== null && givesAway(counts.filter(({ count }) => isSmall(count)).length, beside.size, shown, total)) {
    const next = shown.shift();
    if (next === undefined) return null;
    beside.add(next);
  }
  return counts.map((count) => (beside.has(count) ? { name: count.name, count: null, hidden: 'beside-small' } : suppressOne(count)));
}

function isSmall(count: number): boolean {
  return count > 0 && count < leastShown;
}

/** Whether only one number is possible for a small count. Readers know what is left of the total, and that what is hidden beside is no more than the least `shown`. */
function givesAway(small: number, beside: number, shown: readonly Count[], total: number): boolean {
  if (small === 0) return false;
  const left = total - shown.reduce((sum, { count }) => sum + count, 0);
  // A small total is hidden itself.
  const [leastLeft, mostLeft] = isSmall(total) ? [1, leastShown - 1] : [left, left];
  const mostBeside = beside === 0 ? 0 : beside * (shown[0]?.count ?? Number.POSITIVE_INFINITY);
  const lowest = Math.max(1, leastLeft - (small - 1) * (leastShown - 1) - mostBeside);
  const highest = Math.min(leastShown - 1, mostLeft - (small - 1) - beside * leastShown);
  return lowest >= highest;
}
