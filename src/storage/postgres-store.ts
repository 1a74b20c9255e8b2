import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { DataCipher } from './data-cipher';
import { Listeners } from './listeners';
import { toLogged, toWaiting } from './log-rows';
import { migratePostgres } from './migrate-postgres';
import { PostgresListener } from './postgres-listener';
import { postgresSealed } from './postgres-sealed';
import { type Statement, statements } from './postgres-statements';
import { PostgresTurns } from './postgres-turns';
import { reseal } from './reseal';
import type { ClaimedOutbox, Commit, CommitResult, Loaded, LoggedActivity, Store, Tally, TurnStore } from './store';
import { StoreError } from './store-error';

/** Conversations that are removed in one transaction. */
const sweepBatch = 500;
const connections = 10;
/** Nobody waits longer than this for the database, in milliseconds: somebody may be in danger. */
const connectMilliseconds = 3000;
const statementMilliseconds = 5000;

/** Keeps conversations in PostgreSQL, for several servers that serve the same conversations. */
export class PostgresStore implements Store {
  private readonly listeners = new Listeners<LoggedActivity>();
  private readonly pool: Pool;
  private readonly listener: PostgresListener;
  private readonly origin = randomBytes(6).toString('hex');
  private readonly turns: PostgresTurns;
  /** Settles when the schema is up to date; null: not begun, or it failed. */
  private ready: Promise<void> | null = null;

  /**
   * Connects when it is first used, so that a server starts and answers danger also while the database is away. `url`: as in DATABASE_URL;
   * `now`: the clock, in epoch milliseconds.
   */
  constructor(
    url: string,
    private readonly now: () => number,
    private readonly cipher: DataCipher = new DataCipher([]),
  ) {
    this.pool = new Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: connectMilliseconds,
      statement_timeout: statementMilliseconds,
      // For a server that went away without a word.
      query_timeout: statementMilliseconds + 1000,
      idle_in_transaction_session_timeout: 2 * statementMilliseconds,
      keepAlive: true,
      application_name: 'guide',
    });
    // An idle connection that breaks is replaced; without a listener the error would end the process.
    this.pool.on('error', () => undefined);
    this.turns = new PostgresTurns(this.run, now, cipher, this.origin, (key, logged) => this.listeners.tell(key, logged));
    this.listener = new PostgresListener(
      url,
      (message) => this.hear(message),
      () => this.listeners.tellAll(),
    );
  }

  /** Connects and brings the schema up to date. Throws StoreError when the database must not be used by this release or with these settings. */
  async open(): Promise<void> {
    this.ready ??= this.prepare();
    try {
      await this.ready;
    } catch (error) {
      this.ready = null;
      throw error;
    }
  }

  load(key: string, message: string | null): Promise<Loaded> {
    return this.turns.load(key, message);
  }

  commit(commit: Commit): Promise<CommitResult> {
    return this.turns.commit(commit);
  }

  isOptedOut(key: string): Promise<boolean> {
    return this.turns.isOptedOut(key);
  }

  async exclusively<T>(key: string, work: (store: TurnStore) => Promise<T>): Promise<T> {
    await this.open();
    const client = await this.pool.connect();
    // The pool watches idle connections only; without a listener one that breaks here would end the process.
    client.on('error', ignore);
    const told: (() => void)[] = [];
    let broken = false;
    try {
      await client.query('BEGIN');
      await client.query({ ...statements.lock, values: [key] });
      const run = (statement: Statement, values: readonly unknown[]) => client.query({ ...statement, values: [...values] });
      const later = (of: string, logged: readonly LoggedActivity[]) => told.push(() => this.listeners.tell(of, logged));
      const result = await work(new PostgresTurns(run, this.now, this.cipher, this.origin, later));
      await client.query('COMMIT');
      for (const tell of told) tell();
      return result;
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  async activities(key: string, afterSeq: number, limit: number): Promise<readonly LoggedActivity[]> {
    const { rows } = await this.run(statements.activities, [key, this.now(), afterSeq, limit]);
    return rows.map((row) => toLogged(key, row, this.cipher));
  }

  subscribe(key: string, listener: (logged: readonly LoggedActivity[]) => void): () => void {
    return this.listeners.add(key, listener);
  }

  async waiting(limit: number): Promise<readonly string[]> {
    return (await this.run(statements.waiting, [this.now(), limit])).rows.map((row) => row.key);
  }

  async claim(key: string, until: number): Promise<ClaimedOutbox | null> {
    const claim = (await this.run(statements.claim, [key, until, this.now()])).rows[0];
    if (claim === undefined) return null;
    const { rows } = await this.run(statements.outbox, [key]);
    return { tries: claim.tries, replies: rows.map((row) => toWaiting(key, row, this.cipher)) };
  }

  async delivered(key: string, seq: number): Promise<void> {
    await this.run(statements.wipe, [key, seq]);
  }

  async release(key: string, retryAt: number | null): Promise<void> {
    if (retryAt === null) await this.run(statements.release, [key]);
    else await this.run(statements.retry, [key, retryAt]);
  }

  async sweep(): Promise<number> {
    let removed = 0;
    let batch: number;
    do {
      batch = (await this.run(statements.sweep, [this.now(), sweepBatch])).rows[0].count;
      removed += batch;
    } while (batch === sweepBatch);
    return removed;
  }

  reseal(): Promise<number> {
    return reseal(postgresSealed(this.run), this.cipher);
  }

  async tallies(fromDay: string): Promise<readonly Tally[]> {
    return (await this.run(statements.tallies, [fromDay])).rows;
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.listener.close();
    await this.pool.end();
  }

  private readonly run = async (statement: Statement, values: readonly unknown[]) => {
    await this.open();
    return this.pool.query({ ...statement, values: [...values] });
  };

  private async prepare(): Promise<void> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw explain(error);
    });
    client.on('error', ignore);
    let failed = true;
    try {
      await migratePostgres(client, this.cipher);
      failed = false;
    } finally {
      client.off('error', ignore);
      client.release(failed);
    }
    this.listener.start();
  }

  private hear(message: string): void {
    const [origin, key = ''] = message.split(' ');
    if (origin !== this.origin) this.listeners.tell(key, []);
  }
}

const ignore = () => undefined;

/** Wrong credentials and names do not mend themselves; everything else may. */
function explain(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!/^(28|3D)/.test(code)) return error;
  return new StoreError(
    `PostgreSQL refuses DATABASE_URL (${code}: ${error instanceof Error ? error.message : ''}). Check user, password and database.`,
  );
}
