import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const biome = join(__dirname, '..', 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** One import over each border that architecture and CONTRIBUTING forbid: folder -> module. */
const forbidden: readonly (readonly [folder: string, module: string])[] = [
  ['language', '../conversation/session'],
  ['understanding', 'natural'],
  ['dialogs', '../knowledge/schema'],
  ['knowledge', '../safety/screen'],
  ['safety', 'node:fs'],
  ['conversation', 'botbuilder'],
  ['conversation', 'winston'],
  ['conversation', '../content/load-content'],
  ['channels', 'botbuilder'],
  ['content', '../conversation/respond'],
  ['storage', 'express'],
  ['turn', 'botbuilder'],
  ['bot', '../storage/store'],
  ['direct-line', '../conversation/respond'],
  ['twilio', '../conversation/respond'],
  ['cli', '../turn/take-turn'],
  ['teams-app', 'node:fs'],
  ['teams-app', '../conversation/respond'],
  ['widget', '../language/language'],
  ['widget', 'react'],
];

/** What Biome says of each file, by its path, when the project's own rules are applied to a folder that holds only these. */
function lint(files: Readonly<Record<string, string>>): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'borders-'));
  copyFileSync(join(__dirname, '..', 'biome.json'), join(folder, 'biome.json'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return new Map(
    Object.keys(files).map((path) => [
      path,
      stdout
        .split('\n')
        .filter((line) => line.includes(path))
        .join('\n'),
    ]),
  );
}

const trespassers = forbidden.map(([folder, module], index) => ({
  folder,
  module,
  path: `src/${folder}/trespasser-${index}.ts`,
  source: `import type { Thing } from '${module}';\nexport type Other = Thing;\n`,
}));

const said = lint({
  ...Object.fromEntries(trespassers.map(({ path, source }) => [path, source])),
  'src/turn/environment.ts': 'export const port = process.env.PORT;\n',
  'src/turn/default.ts': 'export default 1;\n',
  'src/turn/one.ts': "import { two } from './two';\nexport const one = () => two;\n",
  'src/turn/two.ts': "import { one } from './one';\nexport const two = () => one;\n",
  'src/turn/allowed.ts': "import type { Session } from '../conversation/session';\nexport type Kept = Session;\n",
});

test.each(trespassers)('src/$folder may not import $module, not even a type', ({ path }) => {
  expect(said.get(path)).toContain('noRestrictedImports');
});

test('only config.ts reads the environment', () => {
  expect(said.get('src/turn/environment.ts')).toContain('noProcessEnv');
});

test('nothing is exported by default', () => {
  expect(said.get('src/turn/default.ts')).toContain('noDefaultExport');
});

test('no two files import each other', () => {
  expect(said.get('src/turn/one.ts')).toContain('noImportCycles');
});

test('what a border allows passes', () => {
  expect(said.get('src/turn/allowed.ts')).toBe('');
});
