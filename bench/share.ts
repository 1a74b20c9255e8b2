/** How many of some, as a percentage with one decimal: "97.5"; a dash where there are none. */
function share(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

/** The share of items for which something holds. */
export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): string {
  return share(items.filter(holds).length, items.length);
}
