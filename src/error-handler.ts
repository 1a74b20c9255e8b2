import type { ErrorRequestHandler } from 'express';
import { HttpError } from './http-error';
import type { Log } from './log';

/** Answers every error as `{error: {code, message}}`, never with a stack; what we did not expect is logged. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const known = toHttpError(error);
    if (known.status >= 500) log.error('request-failed', { status: known.status }, error === known ? undefined : error);
    if (response.headersSent) return next(error);
    response.status(known.status).json({ error: { code: known.code, message: known.message } });
  };
}

function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  // Errors of Express and its body parser carry a status; their messages can quote the body.
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  if (status === 413) return new HttpError(413, 'BodyTooLarge', 'The request is too large.');
  if (status === 415) return new HttpError(415, 'UnsupportedMedia', 'The encoding of the request is not supported.');
  if (typeof status === 'number' && status >= 400 && status < 500) return new HttpError(400, 'BadSyntax', 'The request could not be read.');
  return new HttpError(500, 'ServerError', 'Something went wrong here.');
}
