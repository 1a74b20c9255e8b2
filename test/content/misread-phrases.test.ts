import type { ContentFiles } from '../../src/content/content-files';
import { loadModel } from '../../src/content/load-model';
import { misreadPhrases } from '../../src/content/misread-phrases';
import { packageRoot } from '../../src/content/package-root';
import { readContentFiles } from '../../src/content/read-content-files';

const model = loadModel();

test('a phrase in the wrong topic is told with its place and the topic that it is taken for', () => {
  const { files } = readContentFiles(packageRoot());
  const lines = [{ line: 7, text: 'how long does detox take' }];
  const wrong = { ...files, topicPhrases: [{ name: 'knowledge/phrases/en/veterans.txt', language: 'en', subject: 'veterans', lines }] };
  expect(misreadPhrases(wrong as ContentFiles, model)).toEqual([
    expect.objectContaining({ file: 'knowledge/phrases/en/veterans.txt', line: 7, found: expect.stringContaining('"detox-length"') }),
  ]);
});
