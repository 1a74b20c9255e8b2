import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConversationState, TestAdapter } from 'botbuilder';
import { MemoryStore } from '../../src/storage/memory-store';
import { PostgresStore } from '../../src/storage/postgres-store';
import { SqliteStore } from '../../src/storage/sqlite-store';
import type { Store } from '../../src/storage/store';
import { describePostgres } from '../support/describe-postgres';
import { BotStorage } from './bot-storage';

const folder = mkdtempSync(join(tmpdir(), 'guide-bot-storage-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true }));

/** What the framework expects of every storage; its own base tests ask the same. */
function describeStorage(name: string, open: () => Promise<Store>): void {
  describe(`${name}, as a storage of botbuilder`, () => {
    let store: Store;
    let storage: BotStorage;

    beforeEach(async () => {
      store = await open();
      storage = new BotStorage(store, Date.now);
    });
    afterEach(() => store.close());

    it('reads nothing under a key that is not known', async () => {
      expect(await storage.read(['unknown'])).toEqual({});
    });

    it('refuses to read or write nothing', async () => {
      await expect(storage.read(undefined as unknown as string[])).rejects.toThrow(ReferenceError);
      await expect(storage.read(null as unknown as string[])).rejects.toThrow(ReferenceError);
      await expect(storage.read([])).rejects.toThrow(ReferenceError);
      await expect(storage.write(undefined as unknown as object)).rejects.toThrow(ReferenceError);
      await storage.write({});
    });

    it('takes keys of every kind', async () => {
      const keys = ['!@#$%^&*()_+??><"\'\\{}[];:,./~`', 'ключ 鍵 \u{1F511}', ' ', '../..', 'x'.repeat(2000), "a'; --"];
      for (const key of keys) await storage.write({ [key]: { value: key } });
      const read = await storage.read(keys);
      for (const key of keys) expect(read[key]).toMatchObject({ value: key });
    });

    it('creates, changes and deletes an object', async () => {
      await storage.write({ a: { list: [1, { deep: null }], when: new Date(0).toJSON(), text: 'ñ' } });
      const { a } = await storage.read(['a']);
      expect(a).toEqual({ list: [1, { deep: null }], when: '1970-01-01T00:00:00.000Z', text: 'ñ', eTag: expect.any(String) });
      await storage.write({ a: { ...a, text: 'changed' } });
      const changed = (await storage.read(['a']))['a'];
      expect(changed).toMatchObject({ text: 'changed' });
      expect(changed.eTag).not.toBe(a.eTag);
      await storage.delete(['a', 'unknown']);
      expect(await storage.read(['a'])).toEqual({});
      await storage.write({ a: { text: 'again' } });
      expect((await storage.read(['a']))['a']).toMatchObject({ text: 'again' });
    });

    it('refuses what was read before somebody else wrote, and takes it with "*"', async () => {
      await storage.write({ a: { count: 1 } });
      const old = (await storage.read(['a']))['a'];
      await storage.write({ a: { ...old, count: 2 } });
      await expect(storage.write({ a: { ...old, count: 3 } })).rejects.toThrow();
      expect((await storage.read(['a']))['a']).toMatchObject({ count: 2 });
      await storage.write({ a: { ...old, count: 3, eTag: '*' } });
      expect((await storage.read(['a']))['a']).toMatchObject({ count: 3 });
      await storage.write({ a: { count: 4 } });
      expect((await storage.read(['a']))['a']).toMatchObject({ count: 4 });
    });

    it('refuses to bring back with an old eTag what was deleted', async () => {
      await storage.write({ a: { count: 1 } });
      const old = (await storage.read(['a']))['a'];
      await storage.delete(['a']);
      await expect(storage.write({ a: { ...old, count: 2 } })).rejects.toThrow('Somebody else has changed a.');
      await expect(storage.write({ never: { ...old } })).rejects.toThrow('Somebody else has changed never.');
      expect(await storage.read(['a', 'never'])).toEqual({});
    });

    it('takes all of many writes with "*" at once, and one of many with the same eTag', async () => {
      const write = (eTag: string, count: number) => storage.write({ a: { count, eTag } });
      await Promise.all(Array.from({ length: 8 }, (_, count) => write('*', count)));
      const { eTag } = (await storage.read(['a']))['a'];
      const results = await Promise.allSettled(Array.from({ length: 8 }, (_, count) => write(eTag, 10 + count)));
      const taken = results.findIndex(({ status }) => status === 'fulfilled');
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await storage.read(['a']))['a']).toMatchObject({ count: 10 + taken });
    });

    it('reads and writes batches', async () => {
      await storage.write({ a: { value: 1 }, b: { value: 2 }, c: { value: 3 } });
      const { a, c, ...others } = await storage.read(['a', 'c', 'unknown']);
      expect([a, c]).toMatchObject([{ value: 1 }, { value: 3 }]);
      expect(others).toEqual({});
      await storage.delete(['a', 'b', 'c']);
      expect(await storage.read(['a', 'b', 'c'])).toEqual({});
    });

    it("keeps the framework's own conversation state over 20 messages", async () => {
      const state = new ConversationState(storage);
      const count = state.createProperty<number>('count');
      const adapter = new TestAdapter(async (context) => {
        const next = (await count.get(context, 0)) + 1;
        await count.set(context, next);
        await state.saveChanges(context);
        await context.sendActivity(String(next));
      });
      for (let message = 1; message <= 20; message += 1) await adapter.send('hi').assertReply(String(message)).startTest();
    });
  });
}

describeStorage('the store in memory', async () => new MemoryStore(Date.now));
describeStorage('the store in a SQLite file', async () => SqliteStore.open(join(folder, `${++files}.db`), Date.now));
describePostgres('PostgreSQL', (database) => {
  describeStorage('the store in PostgreSQL', async () => new PostgresStore(await database(), Date.now));
});
