import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply';
import type { Language } from '../language/language';
import { plainText } from './plain-text';
import { textActivity } from './text-activity';
import { withButtons } from './with-buttons';

/**
 * Replies for Teams: the whole reply as text with numbered choices, and suggested actions, of which Teams shows the first
 * three; every other choice is reached by its number.
 */
export function renderTeams(replies: readonly Reply[], language: Language): Partial<Activity>[] {
  const activities = replies.map((reply) => textActivity(plainText(reply), language));
  return withButtons(activities, replies);
}
