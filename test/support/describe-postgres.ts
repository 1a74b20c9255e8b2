import { describePostgresServer } from './describe-postgres-server';
import { FreshDatabases } from './fresh-databases';
import { PostgresServer } from './postgres-server';
import { postgresSource } from './postgres-source';

const dropMilliseconds = 60_000;

/**
 * A `describe` for suites that need PostgreSQL: inside a test, `database()` gives the url of a fresh empty database. It is on the server at
 * TEST_DATABASE_URL, whose user has to be allowed to create databases, or else on a server that runs for this suite alone. Where there is
 * neither, the suite is skipped with a line on stderr, or fails when REQUIRE_ALL is 1. All databases are gone after the suite.
 */
export function describePostgres(name: string, body: (database: () => Promise<string>) => void): void {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  if (postgresSource(process.env, PostgresServer.find()) !== 'url') {
    describePostgresServer(name, (server) => body(() => server().createDatabase()));
    return;
  }
  describe(name, () => {
    const databases = new FreshDatabases(given);
    afterAll(() => databases.drop(), dropMilliseconds);
    body(() => databases.create());
  });
}
