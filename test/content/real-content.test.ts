import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleContent } from '../../src/content/assemble-content';
import { checkContent } from '../../src/content/check-content';
import type { ContentFiles } from '../../src/content/content-files';
import { contentReport } from '../../src/content/content-report';
import { readContentFiles } from '../../src/content/read-content-files';
import { spokenCommands } from '../../src/content/spoken-commands';
import { spokenTexts } from '../../src/content/spoken-texts';

const root = join(__dirname, '../..');
const now = Date.UTC(2026, 10, 25);

function realContent(): ContentFiles {
  const { files, problems } = readContentFiles(root);
  if (files === null) throw new Error(JSON.stringify(problems));
  return files;
}

const files = realContent();
const content = assembleContent(files);

test('the content of the guide has no error', () => {
  expect(checkContent(files, now).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('it has 59 topics, each in two languages', () => {
  const topics = Object.values(content.topics);
  expect(topics).toHaveLength(59);
  expect(topics.every(({ answer }) => answer.en !== '' && answer.es !== '')).toBe(true);
});

test('no answer and no number rests on an unconfirmed fact', () => {
  const sources = [...Object.values(content.topics), ...Object.values(content.crisisLines)].flatMap((one) => one.sources);
  const facts = sources.flatMap((source) => source.facts);
  expect(facts.length).toBeGreaterThan(0);
  expect(facts.filter((id) => files.facts.value[id]?.status !== 'OK' && files.facts.value[id]?.status !== 'OK2')).toEqual([]);
});

test('the report names every topic and number, and what has expired is an error in it', () => {
  const { text, expired } = contentReport(files, now);
  for (const id of [...Object.keys(content.topics), ...Object.keys(content.crisisLines)]) expect(text).toContain(id);
  expect(expired).toEqual([]);
  expect(contentReport(files, Date.UTC(2030, 0, 1)).expired).toHaveLength(
    Object.keys(content.topics).length + Object.keys(content.crisisLines).length,
  );
});

describe('what the code says by itself', () => {
  const code = ['conversation', 'channels', 'safety']
    .flatMap((folder) => readdirSync(join(root, 'src', folder)).map((file) => readFileSync(join(root, 'src', folder, file), 'utf8')))
    .concat(
      ['content/create-content.ts', 'turn/unsaved-replies.ts'].map((file) => readFileSync(join(root, 'src', file), 'utf8')).join('\n'),
    )
    .join('\n');
  const inCode = (ids: readonly string[]) => ids.filter((id) => code.includes(`'${id}'`)).sort();

  test('spoken-texts.ts lists exactly the texts that the code names', () => {
    expect(inCode(Object.keys(content.texts))).toEqual([...spokenTexts].sort());
  });

  test('spoken-commands.ts lists exactly the commands that the code names', () => {
    expect(inCode(Object.keys(content.commands))).toEqual([...spokenCommands].sort());
  });
});
