import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { Client } from 'pg';
import { describePostgres } from './describe-postgres';
import { describePostgresServer } from './describe-postgres-server';
import { postgresMissing, postgresSource } from './postgres-source';

/** The rows of one statement in a connection of its own. */
async function rows(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function userOf(pid: number): number {
  if (existsSync('/proc/self')) return statSync(`/proc/${pid}`).uid;
  return Number(execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }));
}

describe('the source of PostgreSQL', () => {
  it('is the server that is named, then one that is installed', () => {
    expect(postgresSource({ TEST_DATABASE_URL: 'postgres://127.0.0.1/x', REQUIRE_ALL: '1' }, '/bin')).toBe('url');
    expect(postgresSource({ TEST_DATABASE_URL: 'postgres://127.0.0.1/x' }, null)).toBe('url');
    expect(postgresSource({ TEST_DATABASE_URL: '' }, '/bin')).toBe('own');
    expect(postgresSource({ REQUIRE_ALL: '1' }, '/bin')).toBe('own');
  });

  it('is missing: the suite is skipped, and fails where everything is required', () => {
    expect(postgresSource({}, null)).toBe('skip');
    expect(postgresSource({ REQUIRE_ALL: '0' }, null)).toBe('skip');
    expect(postgresSource({ REQUIRE_ALL: '1' }, null)).toBe('fail');
    expect(postgresMissing('the store')).toBe('the store needs PostgreSQL (apt-get install postgresql)');
  });
});

describePostgres('a database for a suite', (database) => {
  it('is empty and keeps a row', async () => {
    const url = await database();
    await rows(url, 'CREATE TABLE kept (word text)');
    await rows(url, `INSERT INTO kept VALUES ('niña 🙂')`);
    expect(await rows(url, 'SELECT word FROM kept')).toEqual([{ word: 'niña 🙂' }]);
    await expect(rows(await database(), 'SELECT word FROM kept')).rejects.toThrow('relation "kept" does not exist');
  });
});

describePostgresServer('a server for a suite', (server) => {
  it('does not run as root and is as durable as by default', async () => {
    expect(userOf(server().pid ?? 0)).not.toBe(0);
    expect(await rows(server().url(), 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await rows(server().url(), 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('keeps what was committed through a crash, at the same address', async () => {
    const url = await server().createDatabase();
    await rows(url, 'CREATE TABLE kept (number integer)');
    await rows(url, 'INSERT INTO kept VALUES (7)');
    const before = server().pid;
    await server().restart('immediate');
    expect(server().pid).not.toBe(before);
    expect(await rows(url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
  }, 60_000);

  it('can be away for a while', async () => {
    const url = await server().createDatabase();
    await server().halt('fast');
    await server().halt('fast');
    expect(server().pid).toBeNull();
    await expect(rows(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    await server().resume();
    await expect(server().resume()).rejects.toThrow('runs already');
    expect(await rows(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);
});
