import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describePostgresServer } from '../support/describe-postgres-server';
import { freePort } from '../support/free-port';
import { endureKills } from './endure-kills';
import { GuideProcess } from './guide-process';

describePostgresServer('two servers on one PostgreSQL', (postgres) => {
  it('lose and double nothing when they are killed 20 times and PostgreSQL is restarted 5 times under 12 clients', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-kill-'));
    const settings = { DATA_DIR: folder, DATABASE_URL: await postgres().createDatabase() };
    const servers = [new GuideProcess(await freePort(), settings), new GuideProcess(await freePort(), settings)];
    const meanwhile = async (kill: number) => {
      if (kill % 4 === 1) await postgres().restart(kill % 8 === 1 ? 'immediate' : 'fast');
    };
    const found = await endureKills('PostgreSQL, restarted 5 times', { servers, kills: 20, websiteClients: 9, botClients: 3, meanwhile });
    expect(found).toMatchObject({ lost: 0, doubled: 0, faults: [] });
    expect(found.acknowledged).toBeGreaterThan(200);
    rmSync(folder, { recursive: true });
  }, 240_000);
});
