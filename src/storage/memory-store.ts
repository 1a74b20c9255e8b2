import type { Session } from '../conversation/session';
import { dayOf } from './day-of';
import { Listeners } from './listeners';
import type { ClaimedOutbox, Commit, CommitResult, Json, Loaded, LoggedActivity, Store, Tally, TurnStore } from './store';

interface Entry {
  readonly seq: number;
  /** Of a person's message. */
  readonly key: string | null;
  /** Of a person's message: where the replies to it end. */
  readonly lastSeq: number;
  readonly activity: Json | null;
  readonly address: Json | null;
}

interface Conversation {
  readonly session: Session | null;
  readonly etag: string;
  readonly expiresAt: number;
  readonly lastSeq: number;
  readonly log: readonly Entry[];
}

/** Keeps conversations in this process, for tests: a restart forgets them all. */
export class MemoryStore implements Store {
  private readonly conversations = new Map<string, Conversation>();
  private readonly claims = new Map<string, { readonly until: number; readonly tries: number }>();
  private readonly counts = new Map<string, Tally>();
  private readonly listeners = new Listeners<LoggedActivity>();
  private readonly optOuts = new Set<string>();
  private commits = 0;

  /** `now`: the clock, in epoch milliseconds. */
  constructor(private readonly now: () => number) {}

  async load(key: string, message: string | null): Promise<Loaded> {
    const found = this.find(key);
    if (found === null) return { stored: null, earlier: null };
    const inbound = message === null ? undefined : found.log.find((entry) => entry.key === message);
    const replies = found.log.filter((entry) => inbound !== undefined && entry.seq > inbound.seq && entry.seq <= inbound.lastSeq);
    return {
      stored: { session: structuredClone(found.session), etag: found.etag },
      earlier: inbound === undefined ? null : { seq: inbound.seq, replies: logged(replies) },
    };
  }

  async commit({ key, etag, session, expiresAt, inbound, replies, counts, optOut }: Commit): Promise<CommitResult> {
    const found = this.find(key);
    const isRepeated = inbound?.key != null && found?.log.some((entry) => entry.key === inbound.key);
    if ((found?.etag ?? null) !== etag || isRepeated) return { kind: 'conflict' };
    const isLogged = inbound !== null && (inbound.key !== null || inbound.activity !== null);
    const before = found?.lastSeq ?? 0;
    const lastSeq = before + (isLogged ? 1 : 0) + replies.length;
    const inboundSeq = isLogged ? before + 1 : null;
    const kept = session === null ? (found?.log ?? []).filter((entry) => entry.key !== null).map(wiped) : (found?.log ?? []);
    const added: Entry[] = structuredClone([
      ...(isLogged ? [{ ...inbound, address: null }] : []),
      ...replies.map((reply) => ({ ...reply, key: null })),
    ]).map((entry, index) => ({ ...entry, seq: before + index + 1, lastSeq }));
    this.commits += 1;
    const log = [...kept, ...added];
    this.conversations.set(key, { session: structuredClone(session), etag: String(this.commits), expiresAt, lastSeq, log });
    this.count(counts);
    if (optOut?.isOut) this.optOuts.add(optOut.key);
    else if (optOut !== undefined) this.optOuts.delete(optOut.key);
    const entries = logged(added);
    if (entries.length > 0) this.listeners.tell(key, entries);
    return { kind: 'committed', inboundSeq, logged: entries };
  }

  async isOptedOut(key: string): Promise<boolean> {
    return this.optOuts.has(key);
  }

  exclusively<T>(_key: string, work: (store: TurnStore) => Promise<T>): Promise<T> {
    return work(this);
  }

  async activities(key: string, afterSeq: number, limit: number): Promise<readonly LoggedActivity[]> {
    return logged((this.find(key)?.log ?? []).filter((entry) => entry.seq > afterSeq)).slice(0, limit);
  }

  subscribe(key: string, listener: (logged: readonly LoggedActivity[]) => void): () => void {
    return this.listeners.add(key, listener);
  }

  async waiting(limit: number): Promise<readonly string[]> {
    const keys = [...this.conversations.keys()].filter((key) => this.waitingOf(key).length > 0 && this.isFree(key));
    return keys.slice(0, limit);
  }

  async claim(key: string, until: number): Promise<ClaimedOutbox | null> {
    const replies = this.waitingOf(key);
    if (replies.length === 0 || !this.isFree(key)) return null;
    const tries = this.claims.get(key)?.tries ?? 0;
    this.claims.set(key, { until, tries });
    return { tries, replies: structuredClone(replies) };
  }

  async delivered(key: string, seq: number): Promise<void> {
    const found = this.conversations.get(key);
    if (found === undefined) return;
    const log = found.log.map((entry) => (entry.seq === seq ? wiped(entry) : entry));
    this.conversations.set(key, { ...found, log });
  }

  async release(key: string, retryAt: number | null): Promise<void> {
    if (retryAt === null) this.claims.delete(key);
    else this.claims.set(key, { until: retryAt, tries: (this.claims.get(key)?.tries ?? 0) + 1 });
  }

  async sweep(): Promise<number> {
    const expired = [...this.conversations].filter(([, conversation]) => conversation.expiresAt <= this.now());
    for (const [key] of expired) this.conversations.delete(key);
    return expired.length;
  }

  async reseal(): Promise<number> {
    return 0;
  }

  async tallies(fromDay: string): Promise<readonly Tally[]> {
    return [...this.counts.values()].filter(({ day }) => day >= fromDay);
  }

  async close(): Promise<void> {
    this.conversations.clear();
    this.listeners.clear();
  }

  private find(key: string): Conversation | null {
    const found = this.conversations.get(key);
    return found !== undefined && found.expiresAt > this.now() ? found : null;
  }

  private isFree(key: string): boolean {
    return (this.claims.get(key)?.until ?? 0) <= this.now();
  }

  private waitingOf(key: string): ClaimedOutbox['replies'] {
    return (this.find(key)?.log ?? []).flatMap(({ seq, activity, address }) =>
      activity === null || address === null ? [] : [{ seq, activity, address }],
    );
  }

  private count(names: readonly string[]): void {
    const day = dayOf(this.now());
    for (const name of names) {
      const id = `${day} ${name}`;
      this.counts.set(id, { day, name, count: (this.counts.get(id)?.count ?? 0) + 1 });
    }
  }
}

function wiped(entry: Entry): Entry {
  return { ...entry, activity: null, address: null };
}

function logged(entries: readonly Entry[]): LoggedActivity[] {
  return entries.flatMap(({ seq, activity }) => (activity === null ? [] : [{ seq, activity: structuredClone(activity) }]));
}
