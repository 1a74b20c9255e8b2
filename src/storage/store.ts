import type { Session } from '../conversation/session';

/** One entry of a conversation's log: an activity as it was received or sent. */
export interface LoggedActivity {
  /** Position in the conversation, from 1, without gaps: the Direct Line watermark. */
  readonly seq: number;
  /** The channel's own id of an inbound activity, by which a resend is known; null for what the guide said. */
  readonly externalId: string | null;
  /** The activity as JSON, ready to send. */
  readonly activity: Readonly<Record<string, unknown>>;
}

/** A stored conversation. */
export interface StoredSession {
  readonly session: Session;
  /** Changes with every commit; handed back to make the next commit conditional. */
  readonly etag: string;
}

/** What one turn wants to keep, all or nothing. */
export interface Commit {
  /** Conversation key: opaque, made by the caller from channel and conversation. */
  readonly key: string;
  readonly session: Session;
  /** The etag that was read; null when there was no session: then the commit only succeeds if there still is none. */
  readonly etag: string | null;
  /** Epoch milliseconds after which the conversation is gone. */
  readonly expiresAt: number;
  /** The inbound activity's id; null when it has none (an opened conversation). */
  readonly externalId: string | null;
  /** Activities to append to the log, the inbound one first where the channel keeps it. */
  readonly activities: readonly { readonly externalId: string | null; readonly activity: Readonly<Record<string, unknown>> }[];
  /** Replies as the turn gave them, to answer a resend with. JSON. */
  readonly answer: unknown;
}

export type CommitResult =
  | { readonly kind: 'committed'; readonly activities: readonly LoggedActivity[] }
  /** Somebody else committed since the session was read: read again and run the turn again. */
  | { readonly kind: 'conflict' }
  /** This inbound id was committed before: `answer` is what was answered then. */
  | { readonly kind: 'duplicate'; readonly answer: unknown };

/** Where conversations are kept. Expired conversations are invisible to every read at once. */
export interface Store {
  /** The conversation's session, or null. */
  load(key: string): Promise<StoredSession | null>;
  /** What was answered to this inbound id before, wrapped, or null when it is new. */
  answered(key: string, externalId: string): Promise<{ readonly answer: unknown } | null>;
  /** One transaction: compare-and-set of the session, duplicate guard, log. */
  commit(commit: Commit): Promise<CommitResult>;
  /** Log entries after `seq`, oldest first, at most `limit`. */
  activities(key: string, afterSeq: number, limit: number): Promise<readonly LoggedActivity[]>;
  /** Removes everything of the conversation at once. */
  forget(key: string): Promise<void>;
  /** Calls back with every entry as soon as it is committed; returns the way to stop. */
  subscribe(key: string, listener: (activities: readonly LoggedActivity[]) => void): () => void;
  /** Removes what has expired; returns how many conversations went. */
  sweep(now: number): Promise<number>;
  close(): Promise<void>;
}
