import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stats } from '../../src/cli/stats';
import { newSession } from '../../src/conversation/new-session';
import { DataCipher } from '../../src/storage/data-cipher';
import { MemoryStore } from '../../src/storage/memory-store';
import { SqliteStore } from '../../src/storage/sqlite-store';
import type { Store } from '../../src/storage/store';
import { run } from './run';
import { runBuilt } from './run-built';

const day = 86_400_000;
const today = Date.UTC(2026, 2, 10, 15);

/** Commits one conversation a key, and what was counted with each. */
async function fill(store: Store, keys: number, counts: readonly string[]): Promise<void> {
  for (let key = 0; key < keys; key += 1) {
    const session = newSession('hash-of-a-person', 'en');
    await store.commit({
      key: `key-of-a-person ${counts} ${key}`,
      etag: null,
      session,
      expiresAt: Date.now() + day,
      inbound: null,
      replies: [],
      counts,
    });
  }
}

describe('the report', () => {
  let time = today;
  let store: MemoryStore;
  beforeEach(() => {
    time = today;
    store = new MemoryStore(() => time);
  });
  const report = (...args: string[]) => run((_, output) => stats(args, output, async () => store, today));

  test('covers the days that were asked for, today included', async () => {
    for (const [ago, keys] of [
      [0, 10],
      [6, 20],
      [7, 30],
    ] as const) {
      time = today - ago * day;
      await fill(store, keys, ['started', 'channel:web', 'language:en', `topic:${ago}`]);
    }
    const { code, output } = await report('--days', '7');
    expect(code).toBe(0);
    expect(output).toContain('2026-03-04 to 2026-03-10');
    expect(output).toContain('Conversations started: 30\n');
    expect(output).toContain(`\n  2026-03-04  20  ${'█'.repeat(40)}\n  2026-03-05   0\n`);
    expect((await report()).output).toContain('2026-02-09 to 2026-03-10');
    expect((await report()).output).toContain('Conversations started: 60\n');
  });

  test('is JSON with the same numbers hidden', async () => {
    await fill(store, 3, ['started', 'channel:sms', 'language:en']);
    await fill(store, 9, ['started', 'channel:web', 'language:en', 'finished:detox-now']);
    const { totals, groups } = JSON.parse((await report('--json', '--days=1')).output);
    expect(totals.started).toEqual({ name: 'started', count: 12, hidden: null });
    expect(groups.channel).toEqual({
      withheld: false,
      counts: [
        { name: 'sms', count: null, hidden: 'small' },
        { name: 'web', count: null, hidden: 'beside-small' },
      ],
    });
    expect(groups.outcome.counts).toEqual([{ name: 'detox-now', count: 9, hidden: null }]);
  });

  test('closes the store, also when it fails, and tells nothing of the error but its code', async () => {
    let closed = 0;
    class AwayStore extends MemoryStore {
      override async tallies(): Promise<never> {
        throw Object.assign(new Error('postgres://user:password@host'), { code: 'ECONNREFUSED' });
      }
      override async close(): Promise<void> {
        closed += 1;
      }
    }
    store = new AwayStore(() => time);
    await expect(report()).rejects.toThrow(/^The database does not answer \(ECONNREFUSED\)\./);
    expect(closed).toBe(1);
  });

  test('a wrong command line opens no store', async () => {
    const open = jest.fn();
    await expect(run((_, output) => stats(['--days', 'x'], output, open, today))).rejects.toMatchObject({ name: 'UsageError' });
    expect(open).not.toHaveBeenCalled();
  });
});

describe('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-stats-'));
  const key = Buffer.alloc(32, 'k');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads an encrypted file that a server has open, with its key and not without', async () => {
    const store = SqliteStore.open(join(folder, 'guide.db'), Date.now, new DataCipher([key]));
    await fill(store, 2, ['started', 'channel:sms', 'language:es', 'danger:emergency:overdose']);
    await fill(store, 6, ['started', 'channel:web', 'language:en', 'topic:detox-length']);
    const env = { DATA_DIR: folder, DATA_KEY: key.toString('base64') };

    const read = await runBuilt('stats', [], env);
    expect(read).toMatchObject({ code: 0, errors: '' });
    expect(read.output).toContain('Conversations started: 8\n');
    expect(read.output).toContain('  sms      <5\n  web  hidden\n');
    expect(read.output).toContain('  emergency:overdose  <5\n');
    expect(read.output).toMatch(/detox-length {2}6 {2}█{40}\n/);
    expect(read.output).not.toContain('person');

    const json = JSON.parse((await runBuilt('stats', ['--days', '2', '--json'], env)).output);
    expect(json.totals.started.count).toBe(8);

    for (const wrong of ['', Buffer.alloc(32, 'x').toString('base64')]) {
      const refused = await runBuilt('stats', [], { ...env, DATA_KEY: wrong });
      expect(refused).toMatchObject({ code: 1, output: '' });
      expect(refused.errors).toMatch(/^The database is encrypted with the data key .*\n$/);
    }

    // The server goes on.
    await fill(store, 1, ['started', 'later']);
    expect((await store.tallies('2026-01-01')).map(({ name }) => name)).toContain('later');
    await store.close();
  }, 30_000);

  test('is calm about an empty store', async () => {
    const { code, output } = await runBuilt('stats', [], { DATA_DIR: join(folder, 'new') });
    expect(code).toBe(0);
    expect(output).toMatch(/\n\nNothing has been counted in this time yet\.\n$/);
  });

  test('says what is wrong with settings, the command line and a database that is away', async () => {
    const unfit = await runBuilt('stats', [], { DATA_DIR: folder, DATA_KEY: 'short' });
    expect(unfit).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('DATA_KEY is set, but not fit.') });
    const misused = await runBuilt('stats', ['--days', '0'], { DATA_DIR: folder });
    expect(misused).toMatchObject({ code: 2, output: '', errors: expect.stringMatching(/--days is a whole number.*\n\nnpm run/) });
    const away = await runBuilt('stats', [], { DATA_DIR: folder, DATABASE_URL: 'postgres://user:password@127.0.0.1:1/guide' });
    expect(away).toMatchObject({ code: 1, output: '', errors: expect.stringMatching(/^The database does not answer.*\n$/) });
    expect(away.errors).not.toContain('password');
  }, 30_000);
});
