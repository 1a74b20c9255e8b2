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

/** Beginnings of the names of the days, Sunday first, folded. */
const weekdays = [
  /^(sunday|domingo)$/,
  /^(monday|lunes)$/,
  /^(tuesday|tues|martes)$/,
  /^(wednesday|weds|miercoles)$/,
  /^(thursday|thurs|jueves)$/,
  /^(friday|viernes)$/,
  /^(saturday|sabado)$/,
];

/** Days since the day that is named; on that day itself a week, since who means today says so. Null where none is named, or not which week. */
function sinceWeekday(words: readonly string[], today: number): number | null {
  let since: number | null = null;
  for (const [at, word] of words.entries()) {
    const named = weekdays.findIndex((name) => name.test(word));
    if (named !== -1 && words[at + 1] === 'before') return null;
    if (named !== -1) since ??= (today - named + 7) % 7 || 7;
  }
  return since;
}

/** A number and the unit that is written to it: "36hrs". */
function apart(word: string): string[] {
  const number = /^\d+/.exec(word)?.[0] ?? '';
  return number === '' || number === word ? [word] : [number, word.slice(number.length)];
}

/**
 * How long ago something was, in days, when folded words tell it by a number and a unit ("2 days", "36 hrs", "una semana", "2days") or by a day of
 * the week; null otherwise. "Day 3" counts as 3 days, "yesterday" as 1. `today` is the weekday of now (0 is Sunday); without it no weekday is read.
 */
export function readElapsed(words: readonly string[], today: number | null = null): number | null {
  if (words.includes('yesterday') || words.includes('ayer')) return 1;
  if (words.includes('antier') || words.includes('anteayer')) return 2;
  const parts = words.flatMap(apart);
  for (const [index, part] of parts.entries()) {
    const unit = units.find(([pattern]) => pattern.test(part));
    if (unit === undefined) continue;
    const near = [parts[index - 1], parts[index - 2], /^d/.test(part) ? parts[index + 1] : undefined];
    for (const one of near) {
      const count = one === undefined ? Number.NaN : /^\d{1,3}$/.test(one) ? Number(one) : (names.get(one) ?? Number.NaN);
      if (!Number.isNaN(count)) return count * unit[1];
    }
  }
  return today === null ? null : sinceWeekday(words, today);
}

const timeWords =
  /^(\d+|\d+[a-z]{1,5}|a|an|one|two|three|couple|few|of|like|about|around|maybe|its|been|since|for|the|last|past|used|time|was|on|at|in|the|days?|dias?|hours?|hrs?|horas?|weeks?|semanas?|ago|hace|como|unas?|unos?|yesterday|ayer|antier|morning|mornin|mornings?|afternoon|evening|night|noon|la|el|en|por|de|manana|tarde|noche|desde|dos|tres|llevo)$/;

/** Whether folded words tell a time and nothing else, so that they are an answer before anything is guessed about them. */
export function isPlainTime(words: readonly string[]): boolean {
  return readElapsed(words) !== null && words.every((word) => timeWords.test(word));
}
