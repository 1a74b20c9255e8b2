import type { Activity } from 'botframework-schema';
import type { Language } from '../language/language';

/** One message activity whose text is to be shown as it is, without markdown. */
export function textActivity(text: string, language: Language): Partial<Activity> {
  return { type: 'message', text, textFormat: 'plain', locale: language };
}
