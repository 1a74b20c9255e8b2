import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActivityTypes, ConversationState, MemoryStorage, TestAdapter } from 'botbuilder';
import { MemoryStore } from '../../src/storage/memory-store';
import { PostgresStore } from '../../src/storage/postgres-store';
import { SqliteStore } from '../../src/storage/sqlite-store';
import type { Store } from '../../src/storage/store';
import { takeTurn } from '../../src/turn/take-turn';
import { fakeTurns } from '../fakes/fake-turns';
import { describePostgres } from '../support/describe-postgres';

const messages = Array.from({ length: 20 }, (_, index) => `m${index}`);

/** Delivers 20 messages of one conversation at once, each to one of `servers` processes; gives how many were counted. */
async function countParallel(store: Store, servers: number): Promise<number> {
  // Each server has a queue of its own, as a process of its own would.
  const all = Array.from({ length: servers }, () =>
    fakeTurns({ store, pause: (milliseconds) => new Promise((next) => setTimeout(next, milliseconds)) }),
  );
  const results = await Promise.all(
    messages.map((externalId, index) =>
      takeTurn(all[index % servers] as (typeof all)[number], {
        channel: 'sms',
        conversation: 'c',
        message: { kind: 'text', text: 'hi', choices: [], channel: 'sms' },
        externalId,
      }),
    ),
  );
  const counts = results.map(({ activities }) => Number.parseInt(String(activities[0]?.['text']), 10));
  expect(counts.sort((a, b) => a - b)).toEqual(messages.map((_, index) => index + 1));
  return new Set(counts).size;
}

describe('20 messages of one conversation at once', () => {
  it('are 20 turns in memory', async () => {
    expect(await countParallel(new MemoryStore(Date.now), 1)).toBe(20);
  });

  it('are 20 turns in a SQLite file, also for two processes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-parallel-'));
    for (const servers of [1, 2]) {
      const store = SqliteStore.open(join(folder, `${servers}.db`), Date.now);
      expect(await countParallel(store, servers)).toBe(20);
      await store.close();
    }
    rmSync(folder, { recursive: true });
  });

  it("are one turn for the framework's own state and storage, without an error: what the guide does not rely on", async () => {
    const state = new ConversationState(new MemoryStorage());
    const count = state.createProperty<number>('count');
    const adapter = new TestAdapter(async (context) => {
      if (context.activity.type !== ActivityTypes.Message) return;
      await count.set(context, (await count.get(context, 0)) + 1);
      // What a bot does between reading and saving takes a moment.
      await new Promise((resolve) => setTimeout(resolve, 1));
      await state.saveChanges(context);
    });
    await Promise.all(messages.map((id) => adapter.receiveActivity({ type: ActivityTypes.Message, id, text: 'hi' })));
    let counted = 0;
    const reader = new TestAdapter(async (context) => {
      counted = await count.get(context, 0);
    });
    await reader.receiveActivity({ type: ActivityTypes.Message, text: 'how many' });
    expect(counted).toBe(1);
  });
});

describePostgres('20 messages of one conversation at once, in PostgreSQL', (database) => {
  it.each([1, 3])('are 20 turns for %i servers', async (servers) => {
    const store = new PostgresStore(await database(), Date.now);
    expect(await countParallel(store, servers)).toBe(20);
    await store.close();
  });
});
