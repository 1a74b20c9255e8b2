import { Client } from 'pg';
import { PostgresStore } from '../src/storage/postgres-store';
import type { FilledTexts } from './filled-conversation';
import { batchesOf, type Ground } from './ground';

const addSessions = `
  INSERT INTO session (key, json, etag, last_seq, expires_at)
  SELECT key, $3, left(md5(random()::text), 16), $4::int, expires_at FROM unnest($1::text[], $2::bigint[]) AS row (key, expires_at)`;
const addActivities = `
  INSERT INTO activity (conversation, seq, message, last_seq, json)
  SELECT key, seq, CASE WHEN seq = 2 THEN left(key, 32) END, CASE WHEN seq = 2 THEN array_length($2::text[], 1) END, json
  FROM unnest($1::text[]) AS key, unnest($2::text[]) WITH ORDINALITY AS activity (json, seq)`;

/** A database of PostgreSQL, at its url. */
export function postgresGround(url: string, { session, activities }: FilledTexts): Ground {
  const open = async () => {
    const store = new PostgresStore(url, Date.now);
    await store.open();
    return store;
  };
  return {
    open,
    fill: async (conversations) => {
      await (await open()).close();
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('SET synchronous_commit = off');
      for (const batch of batchesOf(conversations)) {
        const keys = batch.map(({ key }) => key);
        await client.query(addSessions, [keys, batch.map(({ expiresAt }) => expiresAt), session, activities.length]);
        await client.query(addActivities, [keys, activities]);
      }
      await client.query('VACUUM ANALYZE');
      await client.query('CHECKPOINT');
      await client.end();
    },
  };
}
