import { randomBytes, randomInt } from 'node:crypto';
import type { QueryResult } from 'pg';
import type { DataCipher } from './data-cipher';
import { dayOf } from './day-of';
import { committed, rowsOf, sessionPlace, toLogged } from './log-rows';
import { type Statement, statements } from './postgres-statements';
import type { Commit, CommitResult, Loaded, LoggedActivity, TurnStore } from './store';

/** Runs a statement. */
// biome-ignore lint/suspicious/noExplicitAny: rows are what the statement says, which the compiler cannot see
export type RunStatement = (statement: Statement, values: readonly unknown[]) => Promise<QueryResult<any>>;

/** Rows over which one count is spread, so that replicas do not wait for each other. */
const slots = 16;
const uniqueViolation = '23505';

/** The steps of a turn on PostgreSQL: one statement to read, one to commit. */
export class PostgresTurns implements TurnStore {
  /** `origin` tells this process's news from those of other replicas; `onLogged` hears of each commit with new entries. */
  constructor(
    private readonly run: RunStatement,
    private readonly now: () => number,
    private readonly cipher: DataCipher,
    private readonly origin: string,
    private readonly onLogged: (key: string, logged: readonly LoggedActivity[]) => void,
  ) {}

  async load(key: string, message: string | null): Promise<Loaded> {
    const row = (await this.run(statements.load, [key, message, this.now()])).rows[0];
    if (row === undefined) return { stored: null, earlier: null };
    const session = row.json === null ? null : JSON.parse(this.cipher.open(row.json, sessionPlace(key)));
    const stored = { session, etag: row.etag };
    if (row.seq === null) return { stored, earlier: null };
    // Its first answer may have got lost, and with it the news of the replies.
    this.onLogged(key, []);
    const { rows } = await this.run(statements.replies, [key, row.seq, row.lastSeq]);
    return { stored, earlier: { seq: row.seq, replies: rows.map((reply) => toLogged(key, reply, this.cipher)) } };
  }

  async commit(commit: Commit): Promise<CommitResult> {
    const { key, etag, session, expiresAt, counts, optOut } = commit;
    const rows = rowsOf(commit, this.cipher);
    const now = this.now();
    const values = [
      key,
      session === null ? null : this.cipher.seal(JSON.stringify(session), sessionPlace(key)),
      randomBytes(8).toString('hex'),
      rows.length,
      expiresAt,
      rows.map((row) => row.message),
      rows.map((row) => row.json),
      rows.map((row) => row.address),
      dayOf(now),
      // In one order, so that two commits never wait for each other.
      [...new Set(counts)].sort(),
      randomInt(slots),
      // Replies of the outbox are not read from the log, so that nobody waits for them.
      rows.some((row) => row.json !== null && row.address === null) ? `${this.origin} ${key}` : null,
      now,
      etag,
      optOut?.key ?? null,
      optOut?.isOut ?? null,
    ];
    const lastSeq = await this.save(etag === null ? 'begin' : session === null ? 'forget' : 'save', values).catch((error: unknown) => {
      // It may have been committed all the same.
      this.onLogged(key, []);
      throw error;
    });
    if (lastSeq === null) return { kind: 'conflict' };
    const result = committed(commit, rows, lastSeq - rows.length);
    if (result.logged.length > 0) this.onLogged(key, result.logged);
    return result;
  }

  async isOptedOut(key: string): Promise<boolean> {
    return (await this.run(statements.isOptedOut, [key])).rows.length > 0;
  }

  /** Gives the place of the last entry; null: somebody else was faster. */
  private async save(statement: 'begin' | 'save' | 'forget', values: readonly unknown[]): Promise<number | null> {
    try {
      const saved = (await this.run(statements[statement], values)).rows[0];
      if (saved !== undefined) return saved.lastSeq;
      if (statement !== 'begin') return null;
      // What has expired may still stand in the way.
      const removed = (await this.run(statements.removeExpired, [values[0], this.now()])).rows[0];
      return removed.count === 0 ? null : ((await this.run(statements.begin, values)).rows[0]?.lastSeq ?? null);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === uniqueViolation) return null;
      throw error;
    }
  }
}
