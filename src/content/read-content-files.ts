import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { dialogFile } from '../dialogs/schema';
import { centerFile, crisisLinesFile, topicFile } from '../knowledge/schema';
import type { ContentFile, ContentFiles, Path, PhraseFile } from './content-files';
import type { Problem } from './problem';

/** The dialog files in the order in which people meet them; the questions are asked in this order. */
const dialogOrder = [
  'welcome',
  'withdrawal',
  'detox',
  'level-of-care',
  'twelve-step',
  'guidance',
  'handoff',
  'crisis',
  'crisis-signs',
  'common',
];

/** Either all files, or everything that is wrong with their shape. */
export type ReadResult =
  | { readonly files: ContentFiles; readonly problems: readonly [] }
  | { readonly files: null; readonly problems: readonly Problem[] };

function readYaml<T>(root: string, name: string, schema: z.ZodType<T>, problems: Problem[]): ContentFile<T> | null {
  const counter = new LineCounter();
  const path = join(root, name);
  if (!existsSync(path)) {
    problems.push({
      rule: 'file-missing',
      severity: 'error',
      file: name,
      line: 1,
      column: 1,
      found: 'the file is not there',
      mend: 'Restore it.',
    });
    return null;
  }
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter });
  const position = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const locate = (to: Path) => {
    for (let length = to.length; length > 0; length -= 1) {
      const node = document.getIn(to.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
      if (node?.range) return position(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  for (const error of document.errors)
    problems.push({
      rule: 'not-yaml',
      severity: 'error',
      file: name,
      ...position(error.pos[0]),
      found: error.message.split('\n')[0] ?? error.code,
      mend: 'Compare the line with its neighbours: indentation, quotes, colons.',
    });
  if (document.errors.length > 0) return null;
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { name, value: parsed.data, locate };
  for (const issue of parsed.error.issues) {
    const to = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    problems.push({
      rule: 'wrong-shape',
      severity: 'error',
      file: name,
      ...locate(to),
      found: `${to.join('.') || 'the file'}: ${issue.message}`,
      mend: 'Compare it with a neighbouring entry.',
    });
  }
  return null;
}

function readPhrases(root: string, folder: string): PhraseFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((language) =>
      readdirSync(join(root, folder, language))
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => {
          const name = `${folder}/${language}/${file}`;
          const lines = readFileSync(join(root, name), 'utf8')
            .split('\n')
            .map((text, index) => ({ line: index + 1, text: text.trim() }))
            .filter(({ text }) => text !== '' && !text.startsWith('#'));
          return { name, language, subject: file.slice(0, -'.txt'.length), lines };
        }),
    );
}

function hashOf(root: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  return hash.digest('hex');
}

/** Reads `dialogs/` and `knowledge/` below `root`. Problems of shape are returned with their place, never thrown. */
export function readContentFiles(root: string): ReadResult {
  const problems: Problem[] = [];
  const knowledge = readdirSync(join(root, 'knowledge'))
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  const dialogNames = dialogOrder.map((name) => `dialogs/${name}.yaml`);
  const dialogs = dialogNames.map((name) => readYaml(root, name, dialogFile, problems));
  for (const file of readdirSync(join(root, 'dialogs')).filter((one) => one.endsWith('.yaml') && !dialogNames.includes(`dialogs/${one}`)))
    problems.push({
      rule: 'file-unknown',
      severity: 'error',
      file: `dialogs/${file}`,
      line: 1,
      column: 1,
      found: 'no stage has this name',
      mend: `Use one of: ${dialogOrder.join(', ')}.`,
    });
  const topics = knowledge
    .filter((file) => file !== 'center.yaml' && file !== 'crisis-lines.yaml')
    .map((file) => readYaml(root, `knowledge/${file}`, topicFile, problems));
  const crisisLines = readYaml(root, 'knowledge/crisis-lines.yaml', crisisLinesFile, problems);
  const center = readYaml(root, 'knowledge/center.yaml', centerFile, problems);
  if (problems.length > 0 || crisisLines === null || center === null) return { files: null, problems };
  const topicPhrases = readPhrases(root, 'knowledge/phrases');
  const dialogPhrases = readPhrases(root, 'dialogs/phrases');
  return {
    problems: [],
    files: {
      hash: hashOf(root, [...dialogNames, ...knowledge.map((file) => `knowledge/${file}`)]),
      phrasesHash: hashOf(
        root,
        [...topicPhrases, ...dialogPhrases].map(({ name }) => name),
      ),
      dialogs: dialogs.filter((file) => file !== null),
      topics: topics.filter((file) => file !== null),
      crisisLines,
      center,
      topicPhrases,
      dialogPhrases,
    },
  };
}
