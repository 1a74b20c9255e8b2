import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply';
import type { Language } from '../language/language';
import type { ChannelTexts } from './channel-texts';
import { pageSms } from './page-sms';
import { textActivity } from './text-activity';

/** Replies for SMS: one activity a text message, as `pageSms` cuts them. `from` is 0, or the `next` of the page before. */
export function renderSms(replies: readonly Reply[], from: number, texts: ChannelTexts, language: Language): Partial<Activity>[] {
  return pageSms(replies, from, texts, language).messages.map((message) => textActivity(message, language));
}
