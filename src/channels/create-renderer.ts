import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply';
import type { Language } from '../language/language';
import type { ChannelTexts } from './channel-texts';
import { plainText } from './plain-text';
import { renderSms } from './sms';
import { renderTeams } from './teams';
import { textActivity } from './text-activity';
import { renderWeb } from './web';

/** Whom replies are rendered for. */
export interface RenderTarget {
  /** A Bot Framework channel id (`directline`, `webchat`, `emulator`, `msteams`, `sms`, ...), or `web`, `twilio`, `terminal`. */
  readonly channel: string;
  readonly language: Language;
  /** SMS only: where the page begins, see `pageSms`; 0 when absent. */
  readonly from?: number;
}

/** Turns the replies of one turn into activities, in the order in which they are sent. Pure; no replies give no activities. */
export type Render = (replies: readonly Reply[], target: RenderTarget) => Partial<Activity>[];

/**
 * Makes the renderer for all channels. Callers build it once for each content version:
 * `createRenderer(pickChannelTexts(content.data.texts))`. An unknown channel gets plain text with numbered choices.
 */
export function createRenderer(texts: ChannelTexts): Render {
  return (replies, { channel, language, from = 0 }) => {
    switch (channel.toLowerCase()) {
      case 'directline':
      case 'webchat':
      case 'emulator':
      case 'web':
        return renderWeb(replies, language);
      case 'msteams':
        return renderTeams(replies, texts, language);
      case 'sms':
      case 'twilio':
        return renderSms(replies, from, texts, language);
      default:
        return replies.map((reply) => textActivity(plainText(reply), language));
    }
  };
}
