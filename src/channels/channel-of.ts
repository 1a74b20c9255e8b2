import type { Channel } from '../conversation/message';

/** The channel whose limits the conversation keeps to, for any Bot Framework channel id. Azure calls Twilio `sms`. */
export function channelOf(channelId: string): Channel {
  switch (channelId.toLowerCase()) {
    case 'sms':
    case 'twilio':
      return 'sms';
    case 'msteams':
      return 'msteams';
    default:
      return 'web';
  }
}
