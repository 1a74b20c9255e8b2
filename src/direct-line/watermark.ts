import { HttpError } from '../http-error';

/** Reads a watermark: the last `seq` a client has; absent, empty and `-` mean none. Throws HttpError 400. */
export function readWatermark(text: unknown): number {
  if (text === undefined || text === null || text === '' || text === '-') return 0;
  if (typeof text === 'string' && /^\d{1,9}$/.test(text)) return Number(text);
  throw new HttpError(400, 'BadArgument', 'The watermark is not valid.');
}
