import { createHmac } from 'node:crypto';

/**
 * The key under which a conversation is stored and logged: an HMAC, because SMS conversation ids hold telephone numbers,
 * which a plain hash would not hide.
 */
export function conversationKey(secret: string, channel: string, conversation: string): string {
  return createHmac('sha256', secret).update(`conversation\0${channel}\0${conversation}`).digest('hex');
}
