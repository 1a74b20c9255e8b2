import { Client } from 'pg';
import { DataCipher } from '../../src/storage/data-cipher';
import { postgresMigrations } from '../../src/storage/postgres-schema';
import { PostgresStore } from '../../src/storage/postgres-store';
import type { LoggedActivity, Store } from '../../src/storage/store';
import { describePostgres } from '../support/describe-postgres';
import { describePostgresServer } from '../support/describe-postgres-server';
import { until } from '../support/until';
import { describeStore } from './store-contract';
import { textsOf } from './texts-of';
import { writeWords } from './write-words';

const now = () => 1_700_000_000_000;
const keyOf = (letter: string) => Buffer.alloc(32, letter);
const newer = new DataCipher([keyOf('b'), keyOf('a')]);
const write = (store: Store, key: string, words: string) => writeWords(store, now(), key, words);

const query = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
};

/** Waits until so many stores listen on a database, and have looked for what they missed. */
const untilListening = async (url: string, count: number) => {
  const listening = `SELECT FROM pg_stat_activity
    WHERE application_name = 'guide-listener' AND datname = current_database() AND state = 'idle' AND query LIKE 'LISTEN%'`;
  await until(async () => (await query(url, listening)).length === count);
  await new Promise((resolve) => setTimeout(resolve, 100));
};

describePostgres('PostgreSQL', (database) => {
  describeStore('the store in PostgreSQL', async (clock) => new PostgresStore(await database(), clock));
  describeStore('the store in an encrypted PostgreSQL', async (clock) => new PostgresStore(await database(), clock, newer));

  it('is brought to the schema once when many replicas start together', async () => {
    const url = await database();
    const stores = Array.from({ length: 8 }, () => new PostgresStore(url, now));
    await Promise.all(stores.map((store) => store.open()));
    expect(await query(url, 'SELECT version FROM schema_version')).toEqual([{ version: postgresMigrations.length }]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('keeps what an earlier release wrote when it is brought to the schema', async () => {
    const url = await database();
    await query(
      url,
      `CREATE TABLE schema_version (version INTEGER NOT NULL); INSERT INTO schema_version VALUES (1); ${postgresMigrations[0]}`,
    );
    await query(url, "INSERT INTO tally (day, name, slot, n) VALUES ('2026-01-01', 'started', 0, 7)");
    const store = new PostgresStore(url, now);
    expect(await store.tallies('2026-01-01')).toEqual([{ day: '2026-01-01', name: 'started', count: 7 }]);
    expect(await store.isOptedOut('a')).toBe(false);
    await store.close();
  });

  it('is not touched by a release that does not know its schema', async () => {
    const url = await database();
    const first = new PostgresStore(url, now);
    await first.open();
    await first.close();
    await query(url, 'UPDATE schema_version SET version = 99');
    const store = new PostgresStore(url, now);
    await expect(store.open()).rejects.toThrow(/schema 99.*knows 2.*Nothing was changed/);
    await expect(store.load('a', null)).rejects.toThrow(/schema 99/);
    await store.close();
  });

  it('refuses a wrong data key, and comes under a new one', async () => {
    const url = await database();
    const old = new PostgresStore(url, now, new DataCipher([keyOf('a')]));
    for (let index = 0; index < 30; index += 1) await write(old, `${index}`, `words ${index}`);
    const wrong = new PostgresStore(url, now, new DataCipher([keyOf('c')]));
    await expect(wrong.open()).rejects.toThrow(/encrypted with the data key/);
    const store = new PostgresStore(url, now, newer);
    // The replica with the old settings still serves meanwhile; what it writes is found by a later pass.
    const both = Promise.all([store.reseal(), write(store, '1', 'meanwhile')]);
    await both;
    while ((await store.reseal()) > 0);
    await Promise.all([old.close(), wrong.close(), store.close()]);
    const last = new PostgresStore(url, now, new DataCipher([keyOf('b')]));
    expect([await textsOf(last, '1'), await textsOf(last, '29')]).toEqual([['words 1', 'meanwhile'], ['words 29']]);
    await last.close();
  });

  it('says in words what is wrong with DATABASE_URL, without its password', async () => {
    const url = new URL(await database());
    url.pathname = '/nowhere';
    const store = new PostgresStore(url.href, now);
    await expect(store.open()).rejects.toThrow(/DATABASE_URL.*3D000.*Check/);
    await store.close();
  });

  it('lets replicas hear of each other', async () => {
    const url = await database();
    const [one, two] = [new PostgresStore(url, now), new PostgresStore(url, now)];
    await Promise.all([one.open(), two.open()]);
    await untilListening(url, 2);
    const heard: (readonly LoggedActivity[])[] = [];
    two.subscribe('a', (logged) => heard.push(logged));
    await write(one, 'b', 'for somebody else');
    await write(one, 'a', 'hello');
    await until(() => heard.length > 0);
    expect(heard).toEqual([[]]);
    expect(await textsOf(two, 'a')).toEqual(['hello']);
    await Promise.all([one.close(), two.close()]);
  });
});

describePostgresServer('PostgreSQL that goes away', (server) => {
  it('fails a turn that has its connection to itself, and nothing else', async () => {
    const url = await server().createDatabase();
    const store = new PostgresStore(url, now);
    await write(store, 'a', 'before');
    const turn = store.exclusively('a', async (steps) => {
      await server().restart('immediate');
      return steps.load('a', null);
    });
    await expect(turn).rejects.toThrow();
    await until(() =>
      textsOf(store, 'a').then(
        (texts) => texts.join() === 'before',
        () => false,
      ),
    );
    await store.close();
  });

  it('makes calls fail soon, and serves again by itself, with everything that was committed', async () => {
    const url = await server().createDatabase();
    const store = new PostgresStore(url, now);
    await write(store, 'a', 'before');
    await server().halt('immediate');
    await expect(write(store, 'a', 'lost')).rejects.toThrow();
    await server().resume();
    await until(() =>
      write(store, 'a', 'after').then(
        ({ kind }) => kind === 'committed',
        () => false,
      ),
    );
    expect(await textsOf(store, 'a')).toEqual(['before', 'after']);
    await untilListening(url, 1);
    let calls = 0;
    store.subscribe('a', () => {
      calls += 1;
    });
    const other = new PostgresStore(url, now);
    await write(other, 'a', 'from another server');
    await until(() => calls === 1);
    await Promise.all([store.close(), other.close()]);
  });

  it('may be away when the store is opened', async () => {
    const url = await server().createDatabase();
    await server().halt('fast');
    const store = new PostgresStore(url, now);
    await expect(store.open()).rejects.toThrow();
    await server().resume();
    await write(store, 'a', 'hello');
    expect(await textsOf(store, 'a')).toEqual(['hello']);
    await store.close();
  });
});
