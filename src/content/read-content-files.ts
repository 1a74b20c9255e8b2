import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialogFile } from '../dialogs/schema';
import { centerFile, crisisLinesFile, factsFile, topicFile } from '../knowledge/schema';
import type { ContentFiles } from './content-files';
import type { Problem } from './problem';
import { readPhrases } from './read-phrases';
import { readYaml } from './read-yaml';

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
  'website',
  'teams',
];

/** Files of `knowledge/` that hold no topics. */
const notTopics = ['center.yaml', 'crisis-lines.yaml', 'facts.yaml'];

/** Either all files, or everything that is wrong with their shape. */
export type ReadResult =
  | { readonly files: ContentFiles; readonly problems: readonly [] }
  | { readonly files: null; readonly problems: readonly Problem[] };

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

function yamlIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}

/** Reads `dialogs/` and `knowledge/` below `root`. Problems of shape are returned with their place, never thrown. */
export function readContentFiles(root: string): ReadResult {
  const problems: Problem[] = [];
  const dialogNames = dialogOrder.map((name) => `dialogs/${name}.yaml`);
  const dialogs = dialogNames.map((name) => readYaml(root, name, dialogFile, problems));
  for (const file of yamlIn(root, 'dialogs').filter((one) => !dialogNames.includes(`dialogs/${one}`)))
    problems.push({
      rule: 'file-unknown',
      severity: 'error',
      file: `dialogs/${file}`,
      line: 1,
      column: 1,
      found: 'no stage has this name',
      mend: `Use one of: ${dialogOrder.join(', ')}.`,
    });
  const knowledge = yamlIn(root, 'knowledge');
  const topics = knowledge
    .filter((file) => !notTopics.includes(file))
    .map((file) => readYaml(root, `knowledge/${file}`, topicFile, problems));
  const crisisLines = readYaml(root, 'knowledge/crisis-lines.yaml', crisisLinesFile, problems);
  const center = readYaml(root, 'knowledge/center.yaml', centerFile, problems);
  const facts = readYaml(root, 'knowledge/facts.yaml', factsFile, problems);
  if (problems.length > 0 || crisisLines === null || center === null || facts === null) return { files: null, problems };
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
      facts,
      topicPhrases,
      dialogPhrases,
    },
  };
}
