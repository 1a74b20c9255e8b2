import type { Session } from '../conversation/session';
import type { Commit, CommitResult, LoggedActivity, Store, StoredSession } from './store';

type Listener = (activities: readonly LoggedActivity[]) => void;

interface Conversation {
  readonly session: Session;
  readonly etag: string;
  readonly expiresAt: number;
  readonly log: readonly LoggedActivity[];
  readonly answers: ReadonlyMap<string, unknown>;
}

/** Keeps conversations in this process: for development, tests and `npm run chat`. A restart forgets them all. */
export class MemoryStore implements Store {
  private readonly conversations = new Map<string, Conversation>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private commits = 0;

  /** `now`: the clock, in epoch milliseconds. */
  constructor(private readonly now: () => number) {}

  async load(key: string): Promise<StoredSession | null> {
    const found = this.find(key);
    return found === null ? null : { session: found.session, etag: found.etag };
  }

  async answered(key: string, externalId: string): Promise<{ readonly answer: unknown } | null> {
    const answers = this.find(key)?.answers;
    return answers?.has(externalId) ? { answer: structuredClone(answers.get(externalId)) } : null;
  }

  async commit(commit: Commit): Promise<CommitResult> {
    const found = this.find(commit.key);
    if (commit.externalId !== null && found?.answers.has(commit.externalId)) {
      return { kind: 'duplicate', answer: structuredClone(found.answers.get(commit.externalId)) };
    }
    if ((found?.etag ?? null) !== commit.etag) return { kind: 'conflict' };
    const last = found?.log.length ?? 0;
    const activities = structuredClone(commit.activities).map((entry, index) => ({ ...entry, seq: last + index + 1 }));
    this.commits += 1;
    this.conversations.set(commit.key, {
      session: structuredClone(commit.session),
      etag: String(this.commits),
      expiresAt: commit.expiresAt,
      log: [...(found?.log ?? []), ...activities],
      answers:
        commit.externalId === null
          ? (found?.answers ?? new Map())
          : new Map(found?.answers).set(commit.externalId, structuredClone(commit.answer)),
    });
    if (activities.length > 0) for (const listener of this.listeners.get(commit.key) ?? []) listener(activities);
    return { kind: 'committed', activities };
  }

  async activities(key: string, afterSeq: number, limit: number): Promise<readonly LoggedActivity[]> {
    // `seq` is the place in the log, counted from 1.
    return (this.find(key)?.log ?? []).slice(afterSeq, afterSeq + limit);
  }

  async forget(key: string): Promise<void> {
    this.conversations.delete(key);
  }

  subscribe(key: string, listener: Listener): () => void {
    const listeners = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(key);
    };
  }

  async sweep(now: number): Promise<number> {
    const expired = [...this.conversations].filter(([, conversation]) => conversation.expiresAt <= now);
    for (const [key] of expired) this.conversations.delete(key);
    return expired.length;
  }

  async close(): Promise<void> {
    this.conversations.clear();
    this.listeners.clear();
  }

  private find(key: string): Conversation | null {
    const found = this.conversations.get(key);
    return found !== undefined && found.expiresAt > this.now() ? found : null;
  }
}
