import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readOrMakeKey } from '../src/read-or-make-key';

const run = promisify(execFile);

describe('readOrMakeKey', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes a key that its owner alone can read, and keeps it', () => {
    const data = join(folder, 'new', 'data');
    const key = readOrMakeKey(data, 'hash.key');
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(readOrMakeKey(data, 'hash.key')).toBe(key);
    expect(readOrMakeKey(data, 'token.key')).not.toBe(key);
    expect(statSync(join(data, 'hash.key')).mode & 0o777).toBe(0o600);
  });

  it('gives processes that start together the same key', async () => {
    const program = `console.log(require('./dist/read-or-make-key').readOrMakeKey(${JSON.stringify(folder)}, 'hash.key'))`;
    const started = await Promise.all(
      Array.from({ length: 8 }, () => run(process.execPath, ['-e', program], { cwd: join(__dirname, '..') })),
    );
    expect(new Set(started.map(({ stdout }) => stdout)).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['hash.key']);
  });

  it('says which file holds no key, and leaves it', () => {
    writeFileSync(join(folder, 'hash.key'), 'short');
    expect(() => readOrMakeKey(folder, 'hash.key')).toThrow(`The file ${join(folder, 'hash.key')} holds no key. Restore it`);
    expect(readFileSync(join(folder, 'hash.key'), 'utf8')).toBe('short');
  });
});
