import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { freePort } from '../support/free-port';
import { endureKills } from './endure-kills';
import { GuideProcess } from './guide-process';

describe('the server on SQLite', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-kill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('loses and doubles nothing that it acknowledged when it is killed 50 times under 12 clients', async () => {
    const server = new GuideProcess(await freePort(), { DATA_DIR: folder, DATA_KEY: Buffer.alloc(32, 'k').toString('base64') });
    const found = await endureKills('SQLite', { servers: [server], kills: 50, websiteClients: 9, botClients: 3 });
    expect(found).toMatchObject({ lost: 0, doubled: 0, faults: [] });
    expect(found.acknowledged).toBeGreaterThan(500);
    const database = new DatabaseSync(join(folder, 'guide.db'));
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  }, 240_000);

  it('is seen to lose by this same test when it acknowledges before it commits', async () => {
    const careless = ['--require', join(__dirname, 'careless-store.js')];
    const server = new GuideProcess(await freePort(), { DATA_DIR: folder, MESSAGES_ENDPOINT: 'off' }, careless);
    const found = await endureKills('control, acknowledges before it commits', {
      servers: [server],
      kills: 10,
      websiteClients: 12,
      botClients: 0,
    });
    expect(found.lost).toBeGreaterThan(0);
  }, 120_000);
});
