import { numberWords } from '../language/number-words';

/** Other words that count: "a day", "a couple of days". */
const names: ReadonlyMap<string, number> = new Map([
  ...numberWords,
  ...Object.entries({ a: 1, an: 1, couple: 2, few: 3, un: 1, una: 1, par: 2, unos: 3 }),
]);
/** Beginning of a unit -> its length in days. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(h|hr|hrs|hours?|horas?)$/, 1 / 24],
  [/^(d|days?|dias?)$/, 1],
  [/^(wks?|weeks?|semanas?)$/, 7],
  [/^(months?|mos?|mes|meses)$/, 30],
  [/^(yrs?|years?|anos?)$/, 365],
];

/**
 * How long ago something was, in days, when folded words tell it by a number and a unit ("2 days", "36 hrs", "una semana", "2days"); null otherwise.
 * "Day 3" counts as 3 days, "yesterday" as 1.
 */
export function readElapsed(words: readonly string[]): number | null {
  if (words.includes('yesterday') || words.includes('ayer')) return 1;
  if (words.includes('antier') || words.includes('anteayer')) return 2;
  const parts = words.flatMap((word) => word.match(/^\d+(?=[a-z])|[a-z]+$|^\d+$/g) ?? [word]);
  for (const [index, part] of parts.entries()) {
    const unit = units.find(([pattern]) => pattern.test(part));
    if (unit === undefined) continue;
    const near = [parts[index - 1], parts[index - 2], /^d/.test(part) ? parts[index + 1] : undefined];
    for (const one of near) {
      const count = one === undefined ? Number.NaN : /^\d{1,3}$/.test(one) ? Number(one) : (names.get(one) ?? Number.NaN);
      if (!Number.isNaN(count)) return count * unit[1];
    }
  }
  return null;
}

const timeWords =
  /^(\d+|\d+[a-z]{1,5}|a|an|one|two|three|couple|few|of|like|about|around|maybe|its|been|since|for|the|last|past|used|time|was|on|at|in|the|days?|dias?|hours?|hrs?|horas?|weeks?|semanas?|ago|hace|como|unas?|unos?|yesterday|ayer|antier|morning|mornin|mornings?|afternoon|evening|night|noon|la|el|en|por|de|manana|tarde|noche|desde|dos|tres|llevo)$/;

/** Whether folded words tell a time and nothing else, so that they are an answer before anything is guessed about them. */
export function isPlainTime(words: readonly string[]): boolean {
  return readElapsed(words) !== null && words.every((word) => timeWords.test(word));
}
