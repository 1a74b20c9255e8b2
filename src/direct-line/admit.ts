import { HttpError } from '../http-error';
import type { TokenHolder, Tokens } from './tokens';

/**
 * Lets a request in by its token (`Bearer` header or stream address). Throws HttpError: 401 without a token of ours, 403 when it expired
 * or is for another conversation than `conversation`.
 */
export function admit(tokens: Tokens, token: string, conversation?: string): TokenHolder {
  const check = tokens.check(token);
  if (check.kind === 'expired') throw new HttpError(403, 'TokenExpired', 'The token has expired.');
  if (check.kind === 'invalid') throw new HttpError(401, 'Unauthorized', 'A token is needed: POST /v3/directline/tokens/generate.');
  if (conversation !== undefined && check.holder.conversation !== conversation) {
    throw new HttpError(403, 'Forbidden', 'The token is not for this conversation.');
  }
  return check.holder;
}
