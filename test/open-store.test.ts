import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { openStore } from '../src/open-store';
import { StoreError } from '../src/storage/store-error';
import { FakeLog } from './fakes/fake-log';

describe('openStore', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('says how to mend a folder that cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    const opening = openStore({ folder: join(folder, 'file', 'data'), databaseUrl: null, dataKeys: [] }, Date.now, new FakeLog());
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(/guide\.db cannot be used \(.*\)\. Give DATA_DIR a folder/);
  });

  it('opens with PostgreSQL away, says so in the log, and fails each call soon', async () => {
    const log = new FakeLog();
    // Nobody listens on the discard port.
    const store = await openStore({ folder, databaseUrl: 'postgres://guide:hunter2@127.0.0.1:9/guide', dataKeys: [] }, Date.now, log);
    expect(log.lines.map(({ event }) => event)).toEqual(['database-away']);
    expect(inspect(log.lines, { depth: null })).not.toContain('hunter2');
    const asked = Date.now();
    await expect(store.load('a', null)).rejects.toThrow('ECONNREFUSED');
    await expect(store.exclusively('a', () => Promise.resolve('a turn'))).rejects.toThrow('ECONNREFUSED');
    expect(Date.now() - asked).toBeLessThan(2000);
    await store.close();
  });
});
