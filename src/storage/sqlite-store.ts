import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { checkDataKeys } from './check-data-keys';
import { DataCipher } from './data-cipher';
import { dayOf } from './day-of';
import { Listeners } from './listeners';
import { committed, rowsOf, sessionPlace, toLogged, toWaiting } from './log-rows';
import { busyMilliseconds, openSqlite } from './open-sqlite';
import { reseal } from './reseal';
import { sqliteSealed } from './sqlite-sealed';
import { type LogRow, prepareStatements } from './sqlite-statements';
import type { ClaimedOutbox, Commit, CommitResult, Committed, Loaded, LoggedActivity, Store, Tally, TurnStore } from './store';

/** Conversations that are removed in one transaction, during which no turn runs. */
const sweepBatch = 5;
/** Pages after which SQLite brings the write-ahead log into the file: in small portions, no turn waits long. */
const checkpointPages = { usually: 1000, whileSweeping: 50 };
const secretBytes = 32;

/**
 * Keeps conversations in one SQLite file, for one server. Every commit is on the disk when it resolves (WAL, synchronous=FULL), and what is
 * removed is overwritten (secure_delete). Calls run on the main thread: each is shorter than handing it to another thread would be.
 */
export class SqliteStore implements Store {
  private readonly listeners = new Listeners<LoggedActivity>();
  private readonly statements: ReturnType<typeof prepareStatements>;
  /** The write-ahead log may still hold what was removed from the tables. */
  private hasRemains = true;

  private constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly now: () => number,
    private readonly cipher: DataCipher,
  ) {
    this.statements = prepareStatements(database);
  }

  /**
   * Opens the file, or makes it, and brings it to the current schema. `now`: the clock, in epoch milliseconds. Throws StoreError when the file
   * cannot be used: not writable, not a database, made by a newer release, or kept under a data key that `cipher` does not have.
   */
  static open(path: string, now: () => number, cipher: DataCipher = new DataCipher([])): SqliteStore {
    const database = openSqlite(path);
    try {
      const store = new SqliteStore(database, now, cipher);
      checkDataKeys(
        store.statements.dataKeys.all().map((row) => row.id),
        cipher,
      );
      for (const id of cipher.ids) store.statements.registerDataKey.run(id);
      store.scrub();
      return store;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async load(key: string, message: string | null): Promise<Loaded> {
    const row = this.statements.load.get(key, this.now());
    if (row === undefined) return { stored: null, earlier: null };
    const cipher = this.cipher.withSecret(row.bytes);
    const session = row.json === null ? null : JSON.parse(cipher.open(row.json, sessionPlace(key)));
    const stored = { session, etag: row.etag };
    const inbound = message === null ? undefined : this.statements.inbound.get(key, message);
    if (inbound === undefined) return { stored, earlier: null };
    const replies = this.statements.replies.all(key, inbound.seq, inbound.last_seq) as LogRow[];
    return { stored, earlier: { seq: inbound.seq, replies: replies.map((reply) => toLogged(key, reply, cipher)) } };
  }

  async commit(commit: Commit): Promise<CommitResult> {
    const { key, session } = commit;
    const saved = this.transaction(() => this.save(commit));
    if (saved === null) return { kind: 'conflict' };
    if (saved.logged.length > 0) this.listeners.tell(key, saved.logged);
    if (session === null) this.scrub();
    return saved;
  }

  async isOptedOut(key: string): Promise<boolean> {
    return this.statements.isOptedOut.get(key) !== undefined;
  }

  exclusively<T>(_key: string, work: (store: TurnStore) => Promise<T>): Promise<T> {
    return work(this);
  }

  async activities(key: string, afterSeq: number, limit: number): Promise<readonly LoggedActivity[]> {
    const rows = this.statements.activities.all(key, this.now(), afterSeq, limit) as LogRow[];
    const cipher = this.cipherOf(rows);
    return rows.map((row) => toLogged(key, row, cipher));
  }

  subscribe(key: string, listener: (logged: readonly LoggedActivity[]) => void): () => void {
    return this.listeners.add(key, listener);
  }

  async waiting(limit: number): Promise<readonly string[]> {
    return this.statements.waiting.all(this.now(), limit).map((row) => row.key);
  }

  async claim(key: string, until: number): Promise<ClaimedOutbox | null> {
    return this.transaction(() => {
      const rows = this.statements.outbox.all(key, this.now()) as (LogRow & { readonly address: string })[];
      const claim = rows.length === 0 ? undefined : this.statements.claim.get(key, until, this.now());
      if (claim === undefined) return null;
      const cipher = this.cipherOf(rows);
      return { tries: claim.tries, replies: rows.map((row) => toWaiting(key, row, cipher)) };
    });
  }

  async delivered(key: string, seq: number): Promise<void> {
    this.statements.wipe.run(key, seq);
    this.hasRemains = true;
  }

  async release(key: string, retryAt: number | null): Promise<void> {
    if (retryAt === null) this.statements.release.run(key);
    else this.statements.retry.run(retryAt, key);
  }

  async sweep(): Promise<number> {
    let removed = 0;
    this.database.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages.whileSweeping}`);
    try {
      for (let batch = sweepBatch; batch === sweepBatch; removed += batch) {
        const began = performance.now();
        batch = this.transaction(() => this.removeExpired());
        // Turns get as much time as the sweep.
        await pause(performance.now() - began);
      }
    } finally {
      this.database.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages.usually}`);
    }
    if (this.hasRemains) this.scrub();
    return removed;
  }

  async reseal(): Promise<number> {
    const changed = await reseal(sqliteSealed(this.statements), this.cipher);
    if (changed > 0) this.hasRemains = true;
    return changed;
  }

  async tallies(fromDay: string): Promise<readonly Tally[]> {
    return this.statements.tallies.all(fromDay).map(({ day, name, count }) => ({ day, name, count }));
  }

  async close(): Promise<void> {
    this.listeners.clear();
    this.database.close();
  }

  /** Inside a transaction; null: somebody else was faster. */
  private save(commit: Commit): Committed | null {
    const { key, etag, session, expiresAt, inbound, counts, optOut } = commit;
    const now = this.now();
    const found = etag === null ? this.begin(key, now) : this.statements.current.get(key, etag, now);
    const message = inbound?.key ?? null;
    if (found === undefined || (message !== null && this.statements.inbound.get(key, message) !== undefined)) return null;
    let secret: Uint8Array = found.bytes;
    if (session === null) {
      this.statements.forgetReplies.run(key);
      this.statements.forgetMessages.run(key);
      secret = randomBytes(secretBytes);
      this.statements.setSecret.run(secret, found.slot);
    }
    const cipher = this.cipher.withSecret(secret);
    const rows = rowsOf(commit, cipher);
    const json = session === null ? null : cipher.seal(JSON.stringify(session), sessionPlace(key));
    const before: number = found.last_seq;
    const last = before + rows.length;
    this.statements.save.run(key, json, randomBytes(8).toString('hex'), last, expiresAt, found.slot);
    rows.forEach((row, index) => {
      this.statements.log.run(key, before + index + 1, row.message, row.message === null ? null : last, row.json, row.address);
    });
    for (const name of counts) this.statements.count.run(dayOf(now), name);
    if (optOut !== undefined) this.statements[optOut.isOut ? 'optOut' : 'optIn'].run(optOut.key);
    return committed(commit, rows, before);
  }

  /** Makes room for a new conversation; undefined: there is one. */
  private begin(key: string, now: number): { readonly last_seq: number; readonly slot: number; readonly bytes: Uint8Array } | undefined {
    const old = this.statements.expiry.get(key) as { readonly expires_at: number } | undefined;
    if (old !== undefined && old.expires_at > now) return undefined;
    if (old !== undefined) this.remove(key);
    const bytes = randomBytes(secretBytes);
    const free = this.statements.freeSlot.get();
    if (free !== undefined) this.statements.setSecret.run(bytes, free.slot);
    return { last_seq: 0, slot: free?.slot ?? this.statements.addSecret.get(bytes).slot, bytes };
  }

  /** Of one conversation's rows, which all carry its secret. */
  private cipherOf(rows: readonly LogRow[]): DataCipher {
    return rows[0] === undefined ? this.cipher : this.cipher.withSecret(rows[0].bytes);
  }

  private removeExpired(): number {
    const expired = this.statements.expired.all(this.now(), sweepBatch);
    for (const { key } of expired) this.remove(key);
    return expired.length;
  }

  private remove(key: string): void {
    this.hasRemains = true;
    this.statements.removeSecret.run(key);
    this.statements.removeActivities.run(key);
    this.statements.release.run(key);
    this.statements.removeSession.run(key);
  }

  /** Empties the write-ahead log, where removed text would still stand. While another process reads, it stays for the next sweep. */
  private scrub(): void {
    // A reader, such as a backup, may take its time: no turn waits for it.
    this.hasRemains = true;
    this.database.exec('PRAGMA busy_timeout = 0');
    try {
      this.hasRemains = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get().busy !== 0;
    } catch {
      // What was committed is committed; the next sweep tries again.
    } finally {
      this.database.exec(`PRAGMA busy_timeout = ${busyMilliseconds}`);
    }
  }

  private transaction<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }
}
