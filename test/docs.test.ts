import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parse } from 'yaml';
import { gsm7 } from '../src/channels/gsm7';
import { readOptions } from '../src/cli/read-options';
import { settingNames } from '../src/config';
import { helpWords, optInWords, optOutWords } from '../src/conversation/carrier-words';
import type { LogFields } from '../src/log';
import { createLogger } from '../src/logger';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
/** Where routes are given to Express, by their literal paths. */
const served = ['src/app.ts', 'src/page-routes.ts', 'src/widget-routes.ts', 'src/direct-line/routes.ts'].map(read).join('\n');
const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(join('src', file)))
  .join('\n');
/** The texts of the dialog files by their ids. */
const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.assign(
  {},
  ...readdirSync(join(root, 'dialogs'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(read(join('dialogs', file))).texts),
);

/** All that a pattern's only group finds, each once. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ''))];
}

function logged({ message, ...fields }: LogFields & { readonly message: string }): object {
  const stream = new PassThrough();
  createLogger('info', stream).info(message, fields);
  return JSON.parse(String(stream.read()));
}

describe.each(documents)('docs/%s', (name) => {
  const text = read(`docs/${name}`);

  it('names only settings that are read', () => {
    // Names of one word, such as PORT, look like any other word in capitals.
    const named = [...all(text, /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[`=]/g), ...all(text, /^(?:export )?([A-Z][A-Z0-9_]+)=/gm)];
    expect(named.filter((setting) => !settingNames.includes(setting))).toEqual([]);
  });

  it('names only scripts that package.json has, and channels that they take', () => {
    const named = all(text, /npm run (?:--silent |-s )?([\w:-]+)/g);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
    for (const channel of all(text, /--channel (\S+?)[`\s]/g))
      expect(readOptions(['--channel', channel], {}, false)).toMatchObject({ channel });
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

  it('names only texts that there are and what the log says, and shows lines of the log as they are written', () => {
    const named = all(text, /`([a-z]+(?:-[a-z]+)+)`/g);
    expect(named.filter((id) => texts[id] === undefined && !code.includes(`'${id}'`))).toEqual([]);
    for (const line of all(text, /^(\{.+\})$/gm)) {
      const shown = JSON.parse(line);
      expect({ ...logged(shown), timestamp: shown.timestamp }).toEqual(shown);
    }
  });

  it('quotes texts word for word, in the characters of text messages', () => {
    for (const [, id = '', language = '', words] of text.matchAll(/^ *\| `([\w-]+)` (en|es) \| (.+) \|$/gm))
      expect([id, language, words]).toEqual([id, language, gsm7(texts[id]?.[language] ?? '')]);
  });
});

describe('docs/sms.md', () => {
  const text = read('docs/sms.md');

  it('gives operators the words that Twilio has to say by itself, in both languages', () => {
    const quoted = all(text, /^ *\| (`[\w-]+` (?:en|es)) \|/gm);
    for (const id of ['cmd-stop-confirm', 'cmd-start-again', 'cmd-help-sms', 'system-trouble'])
      for (const language of ['en', 'es']) expect(quoted).toContain(`\`${id}\` ${language}`);
  });

  it.each([
    ['end', optOutWords],
    ['begin', optInWords],
    ['help', helpWords],
  ])('names exactly the words by which texts %s', (_what, words) => {
    expect(text).toContain(`\n| ${[...words].map((word) => word.toUpperCase()).join(', ')} |`);
  });
});
