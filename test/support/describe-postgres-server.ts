import { PostgresServer } from './postgres-server';
import { postgresMissing, postgresSource } from './postgres-source';

/** `initdb` and the first start on a slow machine. */
const startMilliseconds = 120_000;

/**
 * A `describe` for suites that stop and start PostgreSQL: inside a test, `server()` gives a server of this suite alone, on any machine with
 * the server's programs, also when TEST_DATABASE_URL is set. Without them the suite is skipped, or fails when REQUIRE_ALL is 1. `server()`
 * throws outside of tests and hooks.
 */
export function describePostgresServer(name: string, body: (server: () => PostgresServer) => void): void {
  const source = postgresSource({ REQUIRE_ALL: process.env['REQUIRE_ALL'] }, PostgresServer.find());
  let running: PostgresServer | null = null;
  const server = () => {
    if (running === null) throw new Error('The server runs only in tests');
    return running;
  };
  if (source === 'skip') {
    process.stderr.write(`skipped: ${postgresMissing(name)}\n`);
    describe.skip(name, () => body(server));
  } else if (source === 'fail') {
    describe(name, () => {
      it('has PostgreSQL', () => {
        throw new Error(postgresMissing(name));
      });
    });
  } else {
    describe(name, () => {
      beforeAll(async () => {
        running = await PostgresServer.start();
      }, startMilliseconds);
      afterAll(async () => {
        await running?.stop();
        running = null;
      }, startMilliseconds);
      body(server);
    });
  }
}
