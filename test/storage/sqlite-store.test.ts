import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { DataCipher } from '../../src/storage/data-cipher';
import { sqliteMigrations } from '../../src/storage/sqlite-schema';
import { SqliteStore } from '../../src/storage/sqlite-store';
import type { Commit, Store } from '../../src/storage/store';
import { describeStore } from './store-contract';
import { textsOf } from './texts-of';
import { writeWords } from './write-words';

const folder = mkdtempSync(join(tmpdir(), 'guide-sqlite-'));
let files = 0;
const newPath = () => join(folder, `${++files}`, 'guide.db');
const now = () => 1_700_000_000_000;
const keyOf = (letter: string) => Buffer.alloc(32, letter);
const newer = new DataCipher([keyOf('b'), keyOf('a')]);

afterAll(() => rmSync(folder, { recursive: true }));

const write = (store: Store, key: string, words: string, more: Partial<Commit> = {}) =>
  writeWords(store, now(), key, words, { replies: [{ activity: { text: `about ${words}` }, address: null }], ...more });
const databaseOf = (store: SqliteStore): DatabaseSyncInstance => Reflect.get(store, 'database');
const secretOf = (store: SqliteStore, key: string): Buffer =>
  Buffer.from(databaseOf(store).prepare('SELECT bytes FROM session JOIN secret USING (slot) WHERE key = ?').get(key).bytes);
/** Whether some words stand in the bytes of the database file, its write-ahead log or its index. */
const isOnDisk = (path: string, words: string | Buffer) =>
  readdirSync(dirname(path)).some((name) => readFileSync(join(dirname(path), name)).includes(words));

describeStore('the store in a SQLite file', async (clock) => SqliteStore.open(newPath(), clock));
describeStore('the store in an encrypted SQLite file', async (clock) => SqliteStore.open(newPath(), clock, newer));

describe('a SQLite file', () => {
  it('is kept when the store is opened again', async () => {
    const path = newPath();
    const first = SqliteStore.open(path, now);
    await write(first, 'a', 'hello');
    await first.close();
    const second = SqliteStore.open(path, now);
    expect(await textsOf(second, 'a')).toEqual(['hello', 'about hello']);
    await second.close();
  });

  it('holds nothing of a conversation that was deleted: no words, and no secret to read what is left of them', async () => {
    const path = newPath();
    const store = SqliteStore.open(path, now);
    // Enough for pages to split, fill and merge, which is where SQLite leaves copies behind.
    for (let turn = 0; turn < 40; turn += 1) {
      await write(store, 'a', `secret-a ${turn} ${'x'.repeat((turn * 97) % 900)}`);
      for (let other = 0; other < 20; other += 1) await write(store, `other ${turn}-${other}`, `harmless ${turn}`);
    }
    const secret = secretOf(store, 'a');
    expect([isOnDisk(path, secret), isOnDisk(path, 'secret-a')]).toEqual([true, false]);
    await write(store, 'a', 'delete', { session: null, inbound: { key: 'gone', activity: null } });
    expect([isOnDisk(path, secret), isOnDisk(path, secretOf(store, 'other 3-3'))]).toEqual([false, true]);
    expect(await textsOf(store, 'a')).toEqual(['about delete']);
    await store.close();
    expect(isOnDisk(path, secret)).toBe(false);
  });

  it('holds nothing of conversations that expired, and uses their places again', async () => {
    const path = newPath();
    let time = now();
    const store = SqliteStore.open(path, () => time);
    for (let turn = 0; turn < 300; turn += 1) await write(store, `key ${turn % 50}`, `secret-b ${turn} ${'y'.repeat((turn * 53) % 700)}`);
    await write(store, 'stays', 'harmless', { expiresAt: time + 5000 });
    const secrets = Array.from({ length: 50 }, (_, index) => secretOf(store, `key ${index}`));
    time += 1000;
    expect(await store.sweep()).toBe(50);
    expect(secrets.filter((secret) => isOnDisk(path, secret))).toEqual([]);
    expect(await textsOf(store, 'stays')).toEqual(['harmless', 'about harmless']);
    for (let turn = 0; turn < 60; turn += 1) await write(store, `new ${turn}`, 'hi', { expiresAt: time + 1000 });
    expect(databaseOf(store).prepare('SELECT count(*) AS count FROM secret').get()).toEqual({ count: 61 });
    await store.close();
  });

  it('cleans up at the next sweep what a reader held back, such as a backup, and lets no turn wait for it', async () => {
    const path = newPath();
    const store = SqliteStore.open(path, now);
    await write(store, 'a', 'hello');
    const secret = secretOf(store, 'a');
    const reader = new DatabaseSync(path);
    reader.exec('BEGIN; SELECT * FROM session');
    expect(reader.prepare('SELECT count(*) AS count FROM session').get()).toEqual({ count: 1 });
    await write(store, 'a', 'delete', { session: null });
    expect(isOnDisk(path, secret)).toBe(true);
    reader.exec('COMMIT');
    reader.close();
    await store.sweep();
    expect(isOnDisk(path, secret)).toBe(false);
    await store.close();
  });

  it('holds no words and no address in the clear, and no address any more once a reply was sent', async () => {
    const path = newPath();
    const store = SqliteStore.open(path, now, newer);
    await write(store, 'a', 'secret-c', { replies: [{ activity: { text: 'secret-c' }, address: { user: '+18652345678' } }] });
    expect([isOnDisk(path, 'secret-c'), isOnDisk(path, '8652345678')]).toEqual([false, false]);
    await store.delivered('a', 2);
    expect(databaseOf(store).prepare('SELECT json, address FROM activity WHERE seq = 2').get()).toEqual({ json: null, address: null });
    await store.close();
  });

  it('keeps what an earlier release wrote when it is brought to the schema', async () => {
    const path = newPath();
    mkdirSync(dirname(path));
    const raw = new DatabaseSync(path);
    raw.exec(
      `CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT; INSERT INTO schema_version VALUES (1); ${sqliteMigrations[0]}`,
    );
    raw.exec("INSERT INTO tally (day, name, n) VALUES ('2026-01-01', 'started', 7)");
    raw.close();
    const store = SqliteStore.open(path, now);
    expect(await store.tallies('2026-01-01')).toEqual([{ day: '2026-01-01', name: 'started', count: 7 }]);
    expect(await store.isOptedOut('a')).toBe(false);
    await store.close();
  });

  it('is not touched by a release that does not know its schema', async () => {
    const path = newPath();
    await SqliteStore.open(path, now).close();
    const raw = new DatabaseSync(path);
    raw.exec('UPDATE schema_version SET version = 99');
    raw.close();
    expect(() => SqliteStore.open(path, now)).toThrow(/schema 99.*knows 2.*Nothing was changed/);
  });

  it('refuses a file that is no database, and keeps it', async () => {
    const path = newPath();
    await SqliteStore.open(path, now).close();
    writeFileSync(path, 'these are my notes, not a database at all'.repeat(100));
    expect(() => SqliteStore.open(path, now)).toThrow(/cannot be used.*DATA_DIR/);
    expect(readFileSync(path, 'utf8')).toContain('my notes');
  });

  it('refuses to open with a wrong data key or none, and changes nothing', async () => {
    const path = newPath();
    const old = new DataCipher([keyOf('a')]);
    const first = SqliteStore.open(path, now, old);
    await write(first, 'a', 'hello');
    await first.close();
    for (const wrong of [new DataCipher([]), new DataCipher([keyOf('c')])]) {
      expect(() => SqliteStore.open(path, now, wrong)).toThrow(/encrypted with the data key [0-9a-f]{8}.*Nothing was changed/);
    }
    const again = SqliteStore.open(path, now, old);
    expect(await textsOf(again, 'a')).toEqual(['hello', 'about hello']);
    await again.close();
  });

  it('comes under a new data key while turns go on, until the old one is not needed any more', async () => {
    const path = newPath();
    const plain = SqliteStore.open(path, now);
    await write(plain, 'plain', 'from before');
    await plain.close();
    const old = SqliteStore.open(path, now, new DataCipher([keyOf('a')]));
    for (let index = 0; index < 250; index += 1) await write(old, `old ${index}`, `words ${index}`);
    await old.close();

    const store = SqliteStore.open(path, now, newer);
    const resealing = store.reseal();
    for (let index = 0; index < 50; index += 1) await write(store, `old ${index}`, 'meanwhile');
    expect(await resealing).toBeGreaterThan(600);
    while ((await store.reseal()) > 0);
    await store.close();

    const last = SqliteStore.open(path, now, new DataCipher([keyOf('b')]));
    expect(await textsOf(last, 'plain')).toEqual(['from before', 'about from before']);
    expect(await textsOf(last, 'old 7')).toEqual(['words 7', 'about words 7', 'meanwhile', 'about meanwhile']);
    expect(await textsOf(last, 'old 249')).toEqual(['words 249', 'about words 249']);
    await last.close();
    expect(isOnDisk(path, 'from before')).toBe(false);
  });

  it.each([
    ['the disk is full', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 1000000', 'word '.repeat(20_000)],
    ['the file cannot be written to', 'PRAGMA query_only = ON', 'PRAGMA query_only = OFF', 'word'],
  ])('rejects while %s, loses nothing, and goes on by itself afterwards', async (_case, breakIt, mendIt, words) => {
    const store = SqliteStore.open(newPath(), now);
    // SQLite's own ways to fail as it does then.
    const database = databaseOf(store);
    await write(store, 'a', 'before');
    database.exec(breakIt);
    await expect(write(store, 'a', words)).rejects.toThrow();
    expect(await textsOf(store, 'a')).toEqual(['before', 'about before']);
    database.exec(mendIt);
    expect(await write(store, 'a', words)).toMatchObject({ kind: 'committed', inboundSeq: 3 });
    await store.close();
  });

  it('is shared by two processes without losing a turn', async () => {
    const path = newPath();
    const stores = [SqliteStore.open(path, now), SqliteStore.open(path, now)];
    const turns = Array.from({ length: 40 }, async (_, index) => {
      const store = stores[index % 2] as Store;
      while ((await write(store, 'a', `turn ${index}`)).kind === 'conflict');
    });
    await Promise.all(turns);
    expect(await textsOf(stores[0] as Store, 'a')).toHaveLength(80);
    await Promise.all(stores.map((store) => store.close()));
  });
});
