import { createHmac } from 'node:crypto';

/**
 * The key under which it is kept that a number asked for no more texts. An HMAC, because it stands for a telephone number, and one of its own, so
 * that nothing ties it to a conversation.
 */
export function optOutKey(secret: string, channel: string, conversation: string): string {
  return createHmac('sha256', secret).update(`opt-out\0${channel}\0${conversation}`).digest('hex');
}
