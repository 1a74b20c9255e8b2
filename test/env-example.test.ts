import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingNames } from '../src/config';

describe('.env.example', () => {
  it('names exactly the settings that are read, each once', () => {
    const text = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');
    const named = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual([...settingNames].sort());
  });
});
