import { readConfig } from '../../src/config';
import { runBuilt } from './run-built';

test('prints a key that the settings take, each time another, and how to keep it beside', async () => {
  const [first, second] = await Promise.all([runBuilt('data-key'), runBuilt('data-key')]);
  expect(first.code).toBe(0);
  const [, key = ''] = /^DATA_KEY=([A-Za-z0-9+/]{43}=)\n$/.exec(first.output) ?? [];
  expect(readConfig({ DATA_KEY: key }).storage.dataKeys).toEqual([Buffer.from(key, 'base64')]);
  expect(second.output).not.toBe(first.output);
  for (const words of ['outside the data folder and outside the repository', 'loses the open conversations', 'the new one first']) {
    expect(first.errors).toContain(words);
  }
  expect(first.errors).not.toContain(key);
});
