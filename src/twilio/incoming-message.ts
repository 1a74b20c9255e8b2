import { z } from 'zod';
import type { Message } from '../conversation/message';

const form = z.object({
  MessageSid: z.string().min(1).max(64),
  From: z.string().min(1).max(100),
  To: z.string().min(1).max(100),
  Body: z.string(),
  // Only what a turn cannot be taken without may refuse a message: somebody may be in danger.
  NumMedia: z
    .string()
    .regex(/^\d{1,3}$/)
    .catch('0'),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

const carrierWords = { STOP: 'opt-out', START: 'opt-in', HELP: 'help' } as const;

/** A text message as Twilio tells of it (https://www.twilio.com/docs/messaging/guides/webhook-request). */
export interface IncomingMessage {
  /** Twilio's id, the same in every resend. */
  readonly id: string;
  /** Who writes to which of the center's numbers. Holds telephone numbers: it may only be hashed. */
  readonly conversation: string;
  /** As a Bot Framework activity. */
  readonly activity: { readonly type: 'message'; readonly text: string; readonly attachments: readonly { readonly contentType: string }[] };
  /** With Advanced Opt-Out: the word that Twilio took the message for, and has answered. */
  readonly carrier?: Message['carrier'];
}

/** Reads the fields of a webhook; null when it tells of no message, as the status of one that was sent does. The name of the field that does not fit otherwise. */
export function readIncomingMessage(fields: unknown): IncomingMessage | null | { readonly wrong: string } {
  if (typeof fields === 'object' && fields !== null && !('Body' in fields)) return null;
  const read = form.safeParse(fields);
  if (!read.success) return { wrong: String(read.error.issues[0]?.path[0] ?? 'body') };
  const { MessageSid, From, To, Body, NumMedia, OptOutType } = read.data;
  return {
    id: MessageSid,
    conversation: `${From}>${To}`,
    // What was sent along is not looked at, only that something was.
    activity: { type: 'message', text: Body, attachments: Number(NumMedia) > 0 ? [{ contentType: 'application/octet-stream' }] : [] },
    ...(OptOutType !== undefined && { carrier: carrierWords[OptOutType] }),
  };
}
