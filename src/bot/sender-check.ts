import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { ChannelKeys } from './channel-keys';
import type { Cloud } from './public-cloud';

/** What came of a look at a sender. `unchecked`: the keys of channels cannot be had now, so that nobody knows. */
export type Sender =
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly reason: 'token' | 'claims' | 'key' | 'signature' | 'time' | 'channel' }
  | { readonly kind: 'unchecked'; readonly error: unknown };

/** What the channel's activity claims, and its token has to bear out. */
export interface Claimed {
  readonly channelId: string;
  readonly serviceUrl: string;
}

const header = z.object({ alg: z.string(), kid: z.string() });
const claims = z.object({ iss: z.string(), aud: z.string(), serviceurl: z.string(), exp: z.number() });
const algorithms: jwt.Algorithm[] = ['RS256', 'RS384', 'RS512'];
/** Seconds that clocks may differ. */
const clockTolerance = 5 * 60;

const refused = (reason: Extract<Sender, { kind: 'refused' }>['reason']): Sender => ({ kind: 'refused', reason });

/**
 * Checks that a request comes from a channel, as Microsoft asks of bots that do it themselves ("Authentication with the Bot Connector API", connector
 * to bot, step 4). botbuilder's own check prints keys and stacks on standard error for every forgery, keeps four strings for ever for each tenant that a
 * forger makes up, and lets in whoever holds any token of the bot, from whatever address, as "the Emulator" (test/bot/framework-check.test.ts).
 */
export class SenderCheck {
  /** `appId`: whom tokens have to be for. `now`: epoch milliseconds. */
  constructor(
    private readonly appId: string,
    private readonly cloud: Pick<Cloud, 'ToBotFromChannelTokenIssuer'>,
    private readonly keys: ChannelKeys,
    private readonly now: () => number,
  ) {}

  /** `authorization`: the header. Never rejects. */
  async check(authorization: string, { channelId, serviceUrl }: Claimed): Promise<Sender> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    const parts = token === undefined ? null : readParts(token);
    if (token === undefined || parts === null) return refused('token');
    const { iss, aud, serviceurl } = parts.claims;
    // Before the keys are asked for, so that a forger cannot make us ask.
    if (iss !== this.cloud.ToBotFromChannelTokenIssuer || aud !== this.appId || serviceurl !== serviceUrl) return refused('claims');
    try {
      const found = await this.keys.find(parts.kid);
      if (found === null) return refused('key');
      const fault = this.findFault(token, found.key);
      if (fault !== null) return refused(fault);
      return found.endorsements.length > 0 && !found.endorsements.includes(channelId) ? refused('channel') : { kind: 'known' };
    } catch (error) {
      return { kind: 'unchecked', error };
    }
  }

  private findFault(token: string, key: KeyObject): 'time' | 'signature' | null {
    try {
      jwt.verify(token, key, { algorithms, clockTolerance, clockTimestamp: Math.floor(this.now() / 1000) });
      return null;
    } catch (error) {
      return error instanceof jwt.TokenExpiredError || error instanceof jwt.NotBeforeError ? 'time' : 'signature';
    }
  }
}

function readParts(token: string): { readonly kid: string; readonly claims: z.infer<typeof claims> } | null {
  try {
    const decoded = jwt.decode(token, { complete: true });
    const { kid, alg } = header.parse(decoded?.header);
    return algorithms.some((one) => one === alg) ? { kid, claims: claims.parse(decoded?.payload) } : null;
  } catch {
    return null;
  }
}
