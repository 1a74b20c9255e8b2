import type { Session } from '../conversation/session';

/** Plain JSON, as it is kept. */
export type Json = Readonly<Record<string, unknown>>;

/** One entry of a conversation's log: an activity as it was received or sent. */
export interface LoggedActivity {
  /** Position in the conversation, from 1, without gaps: the Direct Line watermark. */
  readonly seq: number;
  /** The activity, ready to send. */
  readonly activity: Json;
}

/** A conversation as it is stored. */
export interface StoredConversation {
  /** null: it was deleted, and only its tombstone is left. */
  readonly session: Session | null;
  /** Changes with every commit; handed back to make the next commit conditional. */
  readonly etag: string;
}

/** What was answered to a message that came before. */
interface EarlierAnswer {
  /** Place of the message in the log. */
  readonly seq: number;
  /** The replies of its turn; without those that were delivered from the outbox. */
  readonly replies: readonly LoggedActivity[];
}

/** All that a turn has to know before it begins. */
export interface Loaded {
  readonly stored: StoredConversation | null;
  /** null: the message is new. */
  readonly earlier: EarlierAnswer | null;
}

/** What one turn wants to keep, all or nothing. */
export interface Commit {
  /** Conversation key: opaque, made by the caller from channel and conversation. */
  readonly key: string;
  /** The etag that was read; null when nothing was stored: then the commit only succeeds if there still is nothing. */
  readonly etag: string | null;
  /** null deletes the conversation: what was kept of it so far is gone, `replies` are left, and keys of its messages, so that a late resend is known. */
  readonly session: Session | null;
  /** Epoch milliseconds after which the conversation, or what is left of it, is gone. */
  readonly expiresAt: number;
  /** The person's message: its key, by which a resend is known, and the activity where the channel keeps it. null: nobody wrote. */
  readonly inbound: { readonly key: string | null; readonly activity: Json | null } | null;
  /** `address`: where the outbox has to send the activity; null where the channel reads the log. */
  readonly replies: readonly { readonly activity: Json; readonly address: Json | null }[];
  /** Names to count, each once more for the day. */
  readonly counts: readonly string[];
  /** A number asks for no more texts, or for texts again. It outlasts the conversation. Not given: nothing changes. */
  readonly optOut?: { readonly key: string; readonly isOut: boolean };
}

/** A commit that went through. */
export interface Committed {
  readonly kind: 'committed';
  /** Place of the person's message; null where none was logged. */
  readonly inboundSeq: number | null;
  /** The new entries of the log that hold an activity. */
  readonly logged: readonly LoggedActivity[];
}

/** What became of a commit. */
export type CommitResult =
  | Committed
  /** Somebody else committed since the conversation was read, maybe this same message: read again and run the turn again. */
  | { readonly kind: 'conflict' };

/** The two steps of a turn. */
export interface TurnStore {
  /** Reads a conversation, and what was answered to the message with the key `message` before. */
  load(key: string, message: string | null): Promise<Loaded>;
  /** One transaction: compare-and-set of the session, duplicate guard, log, outbox, counts, opt-out. Durable when it resolves. */
  commit(commit: Commit): Promise<CommitResult>;
  /** Whether a number asked for no more texts; `key`: as in `Commit.optOut`. */
  isOptedOut(key: string): Promise<boolean>;
}

/** A reply that waits to be sent. */
export interface WaitingReply {
  readonly seq: number;
  readonly activity: Json;
  readonly address: Json;
}

/** What waits for one conversation, oldest first, while this process alone may send it. */
export interface ClaimedOutbox {
  /** How often sending failed before. */
  readonly tries: number;
  readonly replies: readonly WaitingReply[];
}

/** How often something named happened on a day. */
export interface Tally {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly name: string;
  readonly count: number;
}

/** Where conversations are kept. Expired conversations are invisible to every read at once. All methods reject when the store fails. */
export interface Store extends TurnStore {
  /** Runs the steps of a turn while other processes that ask for the same conversation wait, for turns that keep losing the compare-and-set. */
  exclusively<T>(key: string, work: (store: TurnStore) => Promise<T>): Promise<T>;
  /** Log entries after `afterSeq`, oldest first, at most `limit`. */
  activities(key: string, afterSeq: number, limit: number): Promise<readonly LoggedActivity[]>;
  /**
   * Calls back with the entries of every commit, whichever process made it. Empty: there may be more, read the log.
   * Returns the way to stop.
   */
  subscribe(key: string, listener: (logged: readonly LoggedActivity[]) => void): () => void;
  /** Conversations with replies that wait and that nobody has claimed. */
  waiting(limit: number): Promise<readonly string[]>;
  /** Claims a conversation's outbox until the given time, epoch milliseconds; null when another process has it or nothing waits. */
  claim(key: string, until: number): Promise<ClaimedOutbox | null>;
  /** Wipes a reply that was sent, and its address. */
  delivered(key: string, seq: number): Promise<void>;
  /** Gives a claim back; with `retryAt`, epoch milliseconds, nobody gets it before, and a try more is counted. */
  release(key: string, retryAt: number | null): Promise<void>;
  /** Removes what has expired, in small steps between which turns go on; returns how many conversations went. */
  sweep(): Promise<number>;
  /** Brings what is kept under another data key, or under none, under the current one, in small steps; returns how many rows changed. */
  reseal(): Promise<number>;
  /** All counts from a day on (`YYYY-MM-DD`). */
  tallies(fromDay: string): Promise<readonly Tally[]>;
  close(): Promise<void>;
}
