import { join } from 'node:path';
import type { StorageSettings } from './config';
import type { Log } from './log';
import { DataCipher } from './storage/data-cipher';
import { PostgresStore } from './storage/postgres-store';
import { SqliteStore } from './storage/sqlite-store';
import type { Store } from './storage/store';
import { StoreError } from './storage/store-error';

/**
 * Opens the store that the settings name. Throws StoreError when it must not or cannot be used. A PostgreSQL that is away for the moment is no
 * reason not to start: danger is answered without it, and it is asked again with every message.
 */
export async function openStore({ folder, databaseUrl, dataKeys }: StorageSettings, now: () => number, log: Log): Promise<Store> {
  const cipher = new DataCipher(dataKeys);
  if (databaseUrl === null) return SqliteStore.open(join(folder, 'guide.db'), now, cipher);
  const store = new PostgresStore(databaseUrl, now, cipher);
  try {
    await store.open();
  } catch (error) {
    if (error instanceof StoreError) {
      await store.close();
      throw error;
    }
    log.error('database-away', {}, error);
  }
  return store;
}
