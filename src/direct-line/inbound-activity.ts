import { z } from 'zod';
import { HttpError } from '../http-error';

const schema = z.object({
  type: z.string().min(1).max(100),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale: z.string().max(100).optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), name: z.string().optional() }))
    .max(10)
    .optional(),
  channelData: z.looseObject({ clientActivityID: z.string().min(1).max(200).optional() }).nullish(),
});

/** An activity as a Direct Line client may post it; fields that the guide has no use for are gone. */
export type InboundActivity = z.infer<typeof schema>;

/** Checks a request body. Throws HttpError 400 that names the first wrong field, not its content. */
export function readInbound(body: unknown): InboundActivity {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.') || 'activity';
  throw new HttpError(400, 'BadArgument', `The activity is not valid: ${field}.`);
}
