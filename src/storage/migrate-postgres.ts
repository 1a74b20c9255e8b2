import type { ClientBase } from 'pg';
import { checkDataKeys } from './check-data-keys';
import type { DataCipher } from './data-cipher';
import { newerSchema } from './newer-schema';
import { postgresMigrations } from './postgres-schema';

/** Any number, the same in every release: who holds it brings the schema up to date, all others wait. */
const migrationLock = 4_207_311;

/**
 * Brings a database to the current schema, once even when several replicas start together. Throws StoreError when a newer release made it, or
 * when it holds texts under data keys that `cipher` does not have; then nothing was changed.
 */
export async function migratePostgres(client: ClientBase, cipher: DataCipher): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const { rows } = await client.query('SELECT version FROM schema_version');
    const version: number = rows[0]?.version ?? 0;
    const known = postgresMigrations.length;
    if (version > known) throw newerSchema('at DATABASE_URL', version, known);
    for (const migration of postgresMigrations.slice(version)) await client.query(migration);
    if (version < known) {
      await client.query('DELETE FROM schema_version');
      await client.query('INSERT INTO schema_version (version) VALUES ($1)', [known]);
    }
    const keys = await client.query('SELECT id FROM data_key');
    checkDataKeys(
      keys.rows.map(({ id }) => id),
      cipher,
    );
    await client.query('INSERT INTO data_key (id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [cipher.ids]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
