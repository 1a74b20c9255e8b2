import type { DataCipher } from './data-cipher';
import type { Commit, Committed, Json, LoggedActivity, WaitingReply } from './store';

/** A row of the activity table that a commit adds. */
export interface NewRow {
  readonly message: string | null;
  /** Sealed; null where only the message's key is kept. */
  readonly json: string | null;
  /** Sealed. */
  readonly address: string | null;
  readonly activity: Json | null;
}

/** What a commit adds to the log, sealed, in order: the person's message first, if it is kept at all. */
export function rowsOf({ key, inbound, replies }: Commit, cipher: DataCipher): NewRow[] {
  const seal = (json: Json | null) => (json === null ? null : cipher.seal(JSON.stringify(json), logPlace(key)));
  const isKept = inbound !== null && (inbound.key !== null || inbound.activity !== null);
  return [
    ...(isKept ? [{ message: inbound.key, activity: inbound.activity, json: seal(inbound.activity), address: null }] : []),
    ...replies.map(({ activity, address }) => ({ message: null, activity, json: seal(activity), address: seal(address) })),
  ];
}

/** What came of a commit that added `rows` after the place `before`. */
export function committed({ replies }: Commit, rows: readonly NewRow[], before: number): Committed {
  return {
    kind: 'committed',
    inboundSeq: rows.length > replies.length ? before + 1 : null,
    logged: rows.flatMap(({ activity }, index) => (activity === null ? [] : [{ seq: before + index + 1, activity }])),
  };
}

/** A row of the log, opened. */
export function toLogged(key: string, { seq, json }: { readonly seq: number; readonly json: string }, cipher: DataCipher): LoggedActivity {
  return { seq, activity: JSON.parse(cipher.open(json, logPlace(key))) };
}

/** A row of the outbox, opened. */
export function toWaiting(
  key: string,
  { seq, json, address }: { readonly seq: number; readonly json: string; readonly address: string },
  cipher: DataCipher,
): WaitingReply {
  return { ...toLogged(key, { seq, json }, cipher), address: JSON.parse(cipher.open(address, logPlace(key))) };
}

/** Where a conversation's session stands, for the cipher. */
export function sessionPlace(key: string): string {
  return `session:${key}`;
}

/** Where a conversation's activities and addresses stand, for the cipher. */
export function logPlace(key: string): string {
  return `activity:${key}`;
}
