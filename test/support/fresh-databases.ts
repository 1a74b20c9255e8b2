import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Runs one statement in a connection of its own. Throws what `pg` throws. */
async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks outside of a query is an event, which would end the process. The query after it says the same.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes empty databases with random names on a running server, for tests that must not see each other's rows. */
export class FreshDatabases {
  private readonly names: string[] = [];

  /** `server` is the url of any database there, with a user who may create databases. */
  constructor(private readonly server: string) {}

  /** Makes a database and gives its url. Throws what `pg` throws when the server cannot be reached or refuses. */
  async create(): Promise<string> {
    const name = `test_${randomBytes(8).toString('hex')}`;
    // From template0, which nobody can have changed or be connected to.
    await run(this.server, `CREATE DATABASE ${name} TEMPLATE template0`);
    this.names.push(name);
    const url = new URL(this.server);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Drops all that were made here, also with connections open. Throws what `pg` throws; PostgreSQL has to be 13 or newer. */
  async drop(): Promise<void> {
    for (const name of this.names.splice(0)) await run(this.server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}
