import type { Activity } from 'botframework-schema';

/** What a person reads of some activities: their texts, a blank line apart. */
export function shownText(activities: readonly Partial<Activity>[]): string {
  return activities.map((activity) => activity.text ?? '').join('\n\n');
}
