import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply';
import { suggestedActions } from './suggested-actions';

/**
 * Puts the last reply's buttons on the last activity. Clients show suggested actions only while they belong to the
 * newest message, so any others would be lost.
 */
export function withButtons(activities: readonly Partial<Activity>[], replies: readonly Reply[]): Partial<Activity>[] {
  const last = replies.at(-1);
  const buttons = last ? suggestedActions(last) : null;
  if (!buttons) return [...activities];
  return activities.map((activity, index) => (index === activities.length - 1 ? { ...activity, suggestedActions: buttons } : activity));
}
