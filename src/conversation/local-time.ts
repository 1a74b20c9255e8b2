/** A moment as the clock and the calendar of a place show it. */
export interface LocalTime {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** 0 is Sunday, as in `Date`. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minutes: number;
}

/** What the clock shows at a moment (epoch milliseconds) in a time zone (IANA name). */
export function localTime(now: number, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return { day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay(), minutes: Number(part('hour')) * 60 + Number(part('minute')) };
}
