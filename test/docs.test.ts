import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settingNames } from '../src/config';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
/** Where routes are given to Express, by their literal paths. */
const served = ['src/app.ts', 'src/page-routes.ts', 'src/widget-routes.ts', 'src/direct-line/routes.ts'].map(read).join('\n');

/** All that a pattern's only group finds, each once. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ''))];
}

describe.each(documents)('docs/%s', (name) => {
  const text = read(`docs/${name}`);

  it('names only settings that are read', () => {
    // Names of one word, such as PORT, look like any other word in capitals.
    const named = [...all(text, /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[`=]/g), ...all(text, /^(?:export )?([A-Z][A-Z0-9_]+)=/gm)];
    expect(named.filter((setting) => !settingNames.includes(setting))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const named = all(text, /npm run (?:--silent |-s )?([\w:-]+)/g);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it('names only routes that are served', () => {
    const named = all(text, /(\/(?:api|v3|web)(?:\/[\w-]+)+|\/healthz|\/install|\/demo)\b/g);
    expect(named.filter((route) => !served.includes(`'${route}'`))).toEqual([]);
  });

  it('points only to files and folders that are there', () => {
    const named = all(text, /`((?:src|test|dialogs|knowledge)(?:\/[\w.-]+)*)`/g);
    const linked = all(text, /\]\((?!https?:)([^)#]+)\)/g).map((path) => join(dirname(`docs/${name}`), path));
    expect([...named, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
