import type { OpenSpan } from './knowledge/center-settings';

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const midnight = 24 * 60;

/**
 * Reads opening hours such as `Mon-Fri 08:00-20:00; Sat 09:00-12:00,13:00-17:00` into spans sorted by weekday, in minutes after midnight.
 * Hours that run past midnight are split at it. Throws an Error that says which part is wrong.
 */
export function readHours(text: string): readonly OpenSpan[] {
  const spans = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(readPart)
    .sort((a, b) => a.weekday - b.weekday || a.opens - b.opens);
  if (spans.length === 0) throw new Error('no hours in it');
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    if (next !== undefined && next.weekday === span.weekday && next.opens < span.closes) {
      throw new Error(`two spans overlap on ${dayNames[span.weekday]}`);
    }
  }
  return spans;
}

function readPart(part: string): OpenSpan[] {
  const digit = part.search(/\d/);
  const days = part.slice(0, digit);
  const hours = part.slice(digit);
  if (digit < 1 || !/^[a-z,\- ]+ $/i.test(days) || !/^[\d:,\- ]+$/.test(hours)) throw new Error(`"${part}" is not days and hours`);
  return days
    .split(',')
    .flatMap((range) => readDays(range.trim()).flatMap((weekday) => hours.split(',').flatMap((span) => readSpan(weekday, span.trim()))));
}

function readDays(range: string): number[] {
  const [first = '', last = first, ...rest] = range.split('-').map((name) => name.trim().toLowerCase());
  const from = dayNames.indexOf(first.slice(0, 3));
  const to = dayNames.indexOf(last.slice(0, 3));
  if (from < 0 || to < 0 || rest.length > 0) throw new Error(`"${range}" is not a day or a range of days`);
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (from + step) % 7);
}

function readSpan(weekday: number, span: string): OpenSpan[] {
  const match = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/.exec(span);
  if (match === null) throw new Error(`"${span}" is not a span of hours`);
  const [opens, closes] = [toMinutes(match[1], match[2]), toMinutes(match[3], match[4])];
  if (opens === closes || opens === midnight) throw new Error(`"${span}" is empty`);
  if (closes > opens) return [{ weekday, opens, closes }];
  const evening = { weekday, opens, closes: midnight };
  return closes === 0 ? [evening] : [evening, { weekday: (weekday + 1) % 7, opens: 0, closes }];
}

function toMinutes(hour = '', minute = ''): number {
  const minutes = Number(hour) * 60 + Number(minute);
  if (Number(minute) > 59 || minutes > midnight) throw new Error(`"${hour}:${minute}" is not a time`);
  return minutes;
}
