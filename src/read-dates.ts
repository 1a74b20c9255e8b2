/** Reads days like `2026-11-26,2026-12-25`. Throws an Error that names what is not a day. */
export function readDates(text: string): readonly string[] {
  const days = text.split(',').map((day) => day.trim());
  for (const day of days) {
    const real = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
    if (!real) throw new Error(`"${day}" is not a day`);
  }
  return days;
}
