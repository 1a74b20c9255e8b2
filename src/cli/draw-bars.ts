import type { ShownCount } from './suppress-small';

/** Characters of the longest bar. */
const longest = 40;

/** A line for each count: its name, the number, and a bar that is drawn to the scale of the largest. What is hidden has no bar. */
export function drawBars(counts: readonly ShownCount[]): string[] {
  const names = Math.max(0, ...counts.map(({ name }) => name.length));
  const numbers = Math.max(0, ...counts.map((count) => writeCount(count).length));
  const largest = Math.max(0, ...counts.map(({ count }) => count ?? 0));
  return counts.map((shown) => {
    const length = shown.count ? Math.max(1, Math.round((shown.count / largest) * longest)) : 0;
    return `${shown.name.padEnd(names)}  ${writeCount(shown).padStart(numbers)}  ${'█'.repeat(length)}`.trimEnd();
  });
}

/** A count in figures, or what stands in its place. */
export function writeCount({ count, hidden }: ShownCount): string {
  return hidden === null ? String(count) : hidden === 'small' ? '<5' : 'hidden';
}
