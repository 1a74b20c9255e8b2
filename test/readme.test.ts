import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingNames } from '../src/config';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function section(title: string): string {
  return readme.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
}

describe('README.md', () => {
  it('sets up with exactly two commands, each one line in a block of its own', () => {
    const blocks = [...section('Set up').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1]);
    expect(blocks).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
  });

  it('has them behind the sentences by which .ci/run finds them', () => {
    const run = readFileSync(join(root, '.ci', 'run'), 'utf8');
    const sentences = [...run.matchAll(/\$\(command_after '([^']+)'\)/g)].map((match) => match[1] ?? '');
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) expect(section('Set up').split(sentence)).toHaveLength(2);
  });

  it('explains exactly the settings of .env.example and config.ts, each once', () => {
    const explained = [...section('Settings').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(explained.sort()).toEqual(named.sort());
    expect(explained).toEqual([...settingNames].sort());
  });

  it('points only to files and folders that are there', () => {
    const named = [...readme.matchAll(/`((?:src|test|dialogs|knowledge)(?:\/[\w.-]+)*)`/g)].map((match) => match[1] ?? '');
    const linked = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect([...named, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
