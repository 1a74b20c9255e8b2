import { closeSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { SqliteStore } from '../src/storage/sqlite-store';
import type { FilledTexts } from './filled-conversation';
import { batchesOf, type Ground } from './ground';

/** A SQLite file. */
export function sqliteGround(path: string, { session, activities }: FilledTexts): Ground {
  const open = async () => SqliteStore.open(path, Date.now);
  return {
    open,
    fill: async (conversations) => {
      await (await open()).close();
      const database = new DatabaseSync(path);
      database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -500000');
      const addSecret = database.prepare('INSERT INTO secret (bytes, is_free) VALUES (randomblob(32), 0) RETURNING slot');
      const addSession = database.prepare(
        `INSERT INTO session (key, json, etag, last_seq, expires_at, slot) VALUES (?, ?, hex(randomblob(8)), ${activities.length}, ?, ?)`,
      );
      const addActivity = database.prepare('INSERT INTO activity (conversation, seq, message, last_seq, json) VALUES (?, ?, ?, ?, ?)');
      for (const batch of batchesOf(conversations)) {
        database.exec('BEGIN');
        for (const { key, expiresAt } of batch) {
          addSession.run(key, session, expiresAt, addSecret.get().slot);
          activities.forEach((json, index) => {
            const isMessage = index === 1;
            addActivity.run(key, index + 1, isMessage ? key.slice(0, 32) : null, isMessage ? activities.length : null, json);
          });
        }
        database.exec('COMMIT');
        // For signals.
        await nextTurn();
      }
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
      const file = openSync(path, 'r+');
      fsyncSync(file);
      closeSync(file);
    },
  };
}
