import { numberWords } from '../language/number-words';

/** Tens, and other words that count: "a day", "a couple of days". After tens a smaller number adds nothing that matters here. */
const names: ReadonlyMap<string, number> = new Map([
  ...numberWords,
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at): [string, number] => [word, 20 + 10 * at]),
  ...'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'
    .split(' ')
    .map((word, at): [string, number] => [word, 20 + 10 * at]),
  ...Object.entries({ a: 1, an: 1, couple: 2, few: 3, un: 1, una: 1, par: 2, unos: 3 }),
]);
/** Beginning of a unit -> its length in days. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(mins?|minutes?|minutos?)$/, 1 / 1440],
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

/** Words before the name of today: "hit it sunday, today is tuesday". */
const beforeToday = /^(todays|today is|hoy es)$/;

/** Where the words name the day that is today, or -1. */
function todayAt(words: readonly string[]): number {
  return words.findIndex(
    (word, at) =>
      weekdays.some((name) => name.test(word)) &&
      (words[at + 1] === 'now' ||
        [words[at - 1], words.slice(Math.max(0, at - 2), at).join(' ')].some((before) => beforeToday.test(before ?? ''))),
  );
}

/** Days since the day that is named; on that day itself a week, since who means today says so. Null where none is named, or not which week. */
function sinceWeekday(words: readonly string[], now: number): number | null {
  const told = todayAt(words);
  const today = told === -1 ? now : weekdays.findIndex((name) => name.test(words[told] as string));
  let since: number | null = null;
  for (const [at, word] of words.entries()) {
    if (at === told) continue;
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
    const counts = near.map((one) =>
      one === undefined ? Number.NaN : /^\d{1,3}$/.test(one) ? Number(one) : (names.get(one) ?? Number.NaN),
    );
    // "Ninety one days": the tens say how long.
    const count = (counts[1] ?? 0) >= 20 && (counts[0] ?? 0) < 10 ? counts[1] : counts.find((one) => !Number.isNaN(one));
    if (count !== undefined) return count * unit[1];
  }
  return today === null ? null : sinceWeekday(words, today);
}

const timeWords =
  /^(\d+|\d+[a-z]{1,5}|a|an|one|two|three|couple|few|of|like|about|around|maybe|its|been|since|for|the|last|past|used|time|was|on|at|in|the|days?|dias?|hours?|hrs?|horas?|weeks?|semanas?|ago|hace|como|unas?|unos?|yesterday|ayer|antier|morning|mornin|mornings?|afternoon|evening|night|noon|la|el|en|por|de|manana|tarde|noche|desde|dos|tres|llevo)$/;

/** Whether folded words tell a time and nothing else, so that they are an answer before anything is guessed about them. */
export function isPlainTime(words: readonly string[]): boolean {
  return readElapsed(words) !== null && words.every((word) => timeWords.test(word));
}
