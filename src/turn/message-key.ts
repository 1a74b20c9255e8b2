import { createHmac } from 'node:crypto';

/** The key under which a message is known, made from its conversation's key and the channel's id of it, which a client may choose freely. */
export function messageKey(secret: string, conversationKey: string, externalId: string): string {
  return createHmac('sha256', secret).update(`message\0${conversationKey}\0${externalId}`).digest('hex').slice(0, 32);
}
