import type { OpeningHours } from '../knowledge/center-settings';
import type { LocalTime } from './local-time';

/** Whether the center answers its phone at a time of its place. */
export function isOpen({ spans, holidays }: OpeningHours, { day, weekday, minutes }: LocalTime): boolean {
  return !holidays.includes(day) && spans.some((span) => span.weekday === weekday && span.opens <= minutes && minutes < span.closes);
}
