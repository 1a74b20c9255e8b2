import type { OpeningHours } from '../knowledge/center-settings';

/** Whether the center answers its phone at a moment (epoch milliseconds), by its own time zone and holidays. */
export function isOpen({ spans, timeZone, holidays }: OpeningHours, now: number): boolean {
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
  if (holidays.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const minutes = Number(part('hour')) * 60 + Number(part('minute'));
  return spans.some((span) => span.weekday === weekday && span.opens <= minutes && minutes < span.closes);
}
