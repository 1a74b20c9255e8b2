import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DataCipher } from '../src/storage/data-cipher';
import { MemoryStore } from '../src/storage/memory-store';
import { PostgresStore } from '../src/storage/postgres-store';
import { SqliteStore } from '../src/storage/sqlite-store';
import type { Store } from '../src/storage/store';
import type { PostgresServer } from '../test/support/postgres-server';

/** A store of its own, empty, and what it is called. */
export interface Engine {
  readonly name: string;
  readonly store: Store;
}

/** Opens each kind of store once, in a directory; those of PostgreSQL only with a server. */
export async function openEngines(directory: string, server: PostgresServer | null): Promise<Engine[]> {
  const encrypted = new DataCipher([randomBytes(32)]);
  const sqlite = (name: string, cipher?: DataCipher) => SqliteStore.open(join(directory, `${name}.db`), Date.now, cipher);
  const engines: Engine[] = [
    { name: 'memory', store: new MemoryStore(Date.now) },
    { name: 'SQLite', store: sqlite('plain') },
    { name: 'SQLite, encrypted', store: sqlite('encrypted', encrypted) },
  ];
  if (server !== null) {
    engines.push({ name: 'PostgreSQL', store: new PostgresStore(await server.createDatabase(), Date.now) });
    engines.push({ name: 'PostgreSQL, encrypted', store: new PostgresStore(await server.createDatabase(), Date.now, encrypted) });
  }
  return engines;
}
