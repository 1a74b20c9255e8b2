import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { appEnvironment } from '../teams-app/app-environment';
import { runBuilt } from './run-built';

const guide = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };

describe('npm run teams:package', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'teams-package-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (name: string, env: Readonly<Record<string, string>> = {}, ...args: string[]) =>
    runBuilt('teams-package', ['--out', join(folder, name), ...args], { ...appEnvironment, ...env });
  const manifestOf = (name: string) =>
    JSON.parse(strFromU8(unzipSync(readFileSync(join(folder, name)))['manifest.json'] ?? new Uint8Array()));

  it('writes the package, tells what is inside and what to do next', async () => {
    const { code, output, errors } = await run('new/app.zip');
    expect([code, errors]).toEqual([0, '']);
    expect(manifestOf('new/app.zip')).toMatchObject({ version: guide.version, id: appEnvironment.MICROSOFT_APP_ID });
    for (const words of [
      'app.zip',
      'manifest.json',
      'es.json',
      'color.png',
      'outline.png',
      'https://admin.teams.microsoft.com',
      'docs/teams.md',
    ])
      expect(output).toContain(words);
    expect(output).not.toContain('publisher');
  });

  it('takes a version of its own, so that changed words can be uploaded again', async () => {
    await run('version.zip', {}, '--version', '2.0.1');
    expect(manifestOf('version.zip').version).toBe('2.0.1');
  });

  it('says where Teams takes only a part of the name', async () => {
    const { output } = await run('long.zip', { CENTER_NAME: 'Knoxville Recovery Center of East Tennes' });
    expect(output).toContain('The publisher is shown as "Knoxville Recovery Center"');
  });

  it('writes the same bytes in every time zone', async () => {
    await Promise.all([run('west.zip', { TZ: 'Pacific/Honolulu' }), run('east.zip', { TZ: 'Pacific/Kiritimati' })]);
    expect(readFileSync(join(folder, 'west.zip'))).toEqual(readFileSync(join(folder, 'east.zip')));
  });

  it('names all settings that are missing, writes nothing and fails', async () => {
    const out = join(folder, 'none.zip');
    const { code, output, errors } = await runBuilt('teams-package', ['--out', out]);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^The Teams app package cannot be written:\n/);
    for (const name of Object.keys(appEnvironment)) expect(errors).toContain(`  - ${name} is not set. `);
    expect(existsSync(out)).toBe(false);
  });

  it('shows its options where one is wrong', async () => {
    const { code, errors } = await run('wrong.zip', {}, '--version', '1.2');
    expect(code).toBe(2);
    expect(errors).toContain('npm run teams:package -- ');
  });
});
