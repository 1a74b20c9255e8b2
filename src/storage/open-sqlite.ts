import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { newerSchema } from './newer-schema';
import { sqliteMigrations } from './sqlite-schema';
import { StoreError } from './store-error';

/** Earlier versions can lose what was committed in WAL mode: https://sqlite.org/wal.html#walresetbug */
const oldestSqlite = [3, 51, 3];
/** Milliseconds to wait for another process that is writing. */
export const busyMilliseconds = 5000;

/** Opens a SQLite file, or makes it, set up to lose nothing, and brings it to the current schema. Throws StoreError with the mend. */
export function openSqlite(path: string): DatabaseSyncInstance {
  let database: DatabaseSyncInstance | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path, { timeout: busyMilliseconds });
    checkVersion(database);
    // The order matters: a new file takes secure_delete from its first page on.
    database.exec('PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
    migrate(database, path);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `The database ${path} cannot be used (${reason}). Give DATA_DIR a folder on a local disk that the guide may write to, with space left.`,
    );
  }
}

function checkVersion(database: DatabaseSyncInstance): void {
  const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { readonly version: string };
  const parts = version.split('.').map(Number);
  const different = oldestSqlite.findIndex((part, index) => part !== parts[index]);
  if (different >= 0 && (parts[different] ?? 0) < (oldestSqlite[different] ?? 0)) {
    throw new StoreError(`SQLite ${version} can lose data; ${oldestSqlite.join('.')} or newer is needed. Run npm ci.`);
  }
}

/** One transaction that waits for others, so that several processes may start at once. */
function migrate(database: DatabaseSyncInstance, path: string): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT');
    const row = database.prepare('SELECT version FROM schema_version').get() as { readonly version: number } | undefined;
    const version = row?.version ?? 0;
    if (version > sqliteMigrations.length) throw newerSchema(path, version, sqliteMigrations.length);
    for (const migration of sqliteMigrations.slice(version)) database.exec(migration);
    database.exec(`DELETE FROM schema_version; INSERT INTO schema_version (version) VALUES (${sqliteMigrations.length})`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
