import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key that channels sign with. */
export interface ChannelKey {
  readonly key: KeyObject;
  /** Ids of the channels that it may speak for; none: all. */
  readonly endorsements: readonly string[];
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** How old keys are asked for again; Microsoft wants it at least this often. */
const fresh = day;
/** How long keys are believed when they cannot be asked for again: as long as Microsoft's own SDK kept them. */
const believed = 5 * day;
/** How soon after that an unknown key is worth another look, so that forgers do not make us ask all the time. */
const rest = minute;
/** For each of two documents; a channel waits 15 seconds for its answer. */
const fetchMilliseconds = 5000;

const openId = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).nullish(),
});

/**
 * The published keys of channels. botbuilder's own store of them refuses everybody for an hour when it was given a list without keys or when a new key
 * is used, refuses keys that it knows when it cannot renew them after a day, and waits without end (test/bot/framework-check.test.ts).
 */
export class ChannelKeys {
  private keys: ReadonlyMap<string, ChannelKey> = new Map();
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private fetching: Promise<void> | null = null;

  /** `url`: the OpenID document. `now`: epoch milliseconds. */
  constructor(
    private readonly url: string,
    private readonly now: () => number,
  ) {}

  /** The key with an id; null when nobody published it. Rejects when that cannot be found out now. */
  async find(id: string): Promise<ChannelKey | null> {
    const known = this.keys.get(id);
    // A clock that was set back must not keep keys for ever.
    const age = Math.abs(this.now() - this.fetchedAt);
    if (age < (known === undefined ? rest : fresh)) return known ?? null;
    const renewed = this.renew();
    if (known === undefined || age >= believed) await renewed;
    // Nobody has to wait for the renewal of keys that are known.
    else renewed.catch(() => undefined);
    return this.keys.get(id) ?? null;
  }

  /** Many who ask at once ask together. */
  private renew(): Promise<void> {
    this.fetching ??= this.fetchKeys().finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  private async fetchKeys(): Promise<void> {
    const { jwks_uri } = openId.parse(await fetchJson(this.url));
    const found = keySet.parse(await fetchJson(jwks_uri)).keys.flatMap(readKey);
    if (found.length === 0) throw new Error('no key of a channel was published');
    this.keys = new Map(found);
    this.fetchedAt = this.now();
  }
}

function readKey(published: unknown): [string, ChannelKey][] {
  const read = rsaKey.safeParse(published);
  if (!read.success) return [];
  const { kid, kty, n, e, endorsements } = read.data;
  return [[kid, { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements: endorsements ?? [] }]];
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(fetchMilliseconds) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
