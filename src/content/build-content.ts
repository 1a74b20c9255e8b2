import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assembleContent, assemblePhrases } from './assemble-content';
import { builtContent, builtModel } from './built-files';
import { checkContent } from './check-content';
import { modelKey, writeModel } from './model-file';
import { formatProblem, type Problem } from './problem';
import { readContentFiles } from './read-content-files';
import { trainInParallel } from './train-in-parallel';

/** The code that makes a model of phrases, so that a model of older code is not used. */
function trainingCode(): string[] {
  return ['language', 'understanding'].flatMap((folder) => {
    const path = join(__dirname, '..', folder);
    return readdirSync(path)
      .filter((file) => /\.[jt]s$/.test(file))
      .sort()
      .map((file) => readFileSync(join(path, file), 'utf8'));
  });
}

function writeWhole(path: string, bytes: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

function refuse(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
}

/**
 * Compiles the content of the project at `root` and trains the model, each only where its files have changed; changed content is checked first.
 * Rejects with an Error with one line per problem when there is an error of any rule; the old results stay then.
 */
export async function buildContent(root: string, progress: (line: string) => void): Promise<void> {
  const { files, problems } = readContentFiles(root);
  refuse(problems);
  if (files === null) return;
  const data = assembleContent(files);
  const phrases = assemblePhrases(files);
  const json = JSON.stringify(data);
  const key = createHash('sha256')
    .update(JSON.stringify([trainingCode(), phrases]))
    .digest('hex');
  const contentPath = join(root, builtContent);
  const modelPath = join(root, builtModel);
  const isContentNew = !existsSync(contentPath) || readFileSync(contentPath, 'utf8') !== json;
  const isModelNew = !existsSync(modelPath) || modelKey(readFileSync(modelPath)) !== key;
  // No error depends on the day: an expired review is a warning.
  if (isContentNew || isModelNew) refuse(checkContent(files, 0));
  if (isContentNew) {
    progress(`content: ${Object.keys(data.questions).length} questions, ${Object.keys(data.topics).length} topics`);
    writeWhole(contentPath, json);
  }
  if (isModelNew) {
    progress('training on the phrases, which takes some seconds');
    writeWhole(modelPath, writeModel(await trainInParallel(phrases), key));
  }
}
