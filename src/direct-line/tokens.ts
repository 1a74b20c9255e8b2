import jwt from 'jsonwebtoken';
import { z } from 'zod';

/** Whom a Direct Line token is for. */
export interface TokenHolder {
  /** `dl_<random>`: an anonymous visitor. */
  readonly user: string;
  /** The only conversation that it opens; null: it may only start one. */
  readonly conversation: string | null;
  /** The conversation's opening could not be kept in the store, so that it may go on without being found there. */
  readonly unsaved?: true | undefined;
}

/** What a token turned out to be. */
export type TokenCheck =
  | { readonly kind: 'valid'; readonly holder: TokenHolder }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

/** Seconds that a token lasts at least; Microsoft's client asks for a new one after half of it. */
export const tokenSeconds = 30 * 60;

const claims = z.object({ user: z.string(), conv: z.string().nullable(), unsaved: z.literal(true).optional() });

/** Issues and checks the tokens of website visitors: JWTs signed with HS256. */
export class Tokens {
  /** `now`: epoch milliseconds. `seconds`: how long a token lasts. */
  constructor(
    private readonly key: string,
    private readonly now: () => number,
    readonly seconds = tokenSeconds,
  ) {}

  /** A new token. The claim is called `user` because Microsoft's client looks there for the user's id. */
  issue({ user, conversation, unsaved }: TokenHolder): string {
    const iat = Math.floor(this.now() / 1000);
    return jwt.sign({ user, conv: conversation, ...(unsaved && { unsaved }), iat, exp: iat + this.seconds }, this.key, {
      algorithm: 'HS256',
    });
  }

  /** Never throws. */
  check(token: string): TokenCheck {
    try {
      const read = claims.parse(jwt.verify(token, this.key, { algorithms: ['HS256'], clockTimestamp: Math.floor(this.now() / 1000) }));
      return { kind: 'valid', holder: { user: read.user, conversation: read.conv, unsaved: read.unsaved } };
    } catch (error) {
      return { kind: error instanceof jwt.TokenExpiredError ? 'expired' : 'invalid' };
    }
  }
}
