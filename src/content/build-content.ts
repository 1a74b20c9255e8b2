import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { trainModel } from '../understanding/train-model';
import { assembleContent, assemblePhrases } from './assemble-content';
import { modelKey, writeModel } from './model-file';
import { formatProblem } from './problem';
import { readContentFiles } from './read-content-files';

/** Where the compiled content and the model stand below the project's folder. */
export const builtContent = 'dist/content.json';
export const builtModel = 'dist/model.bin';

/** Changes with the code that trains, so that a model of older code is not used: raise it with every change in `understanding`. */
const modelVersion = 1;

function writeWhole(path: string, bytes: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

/**
 * Compiles the content of the project at `root` and trains the model, each only where its files have changed.
 * Throws an Error with one line per problem when a file cannot be read; the old results stay then.
 */
export function buildContent(root: string, progress: (line: string) => void): void {
  const { files, problems } = readContentFiles(root);
  if (files === null) throw new Error(problems.map(formatProblem).join('\n'));
  const data = assembleContent(files);
  const contentPath = join(root, builtContent);
  const json = JSON.stringify(data);
  if (!existsSync(contentPath) || readFileSync(contentPath, 'utf8') !== json) {
    progress(`content: ${Object.keys(data.questions).length} questions, ${Object.keys(data.topics).length} topics`);
    writeWhole(contentPath, json);
  }
  const phrases = assemblePhrases(files);
  const key = createHash('sha256')
    .update(JSON.stringify([modelVersion, phrases]))
    .digest('hex');
  const modelPath = join(root, builtModel);
  if (existsSync(modelPath) && modelKey(readFileSync(modelPath)) === key) return;
  writeWhole(
    modelPath,
    writeModel(
      trainModel(phrases, (what) => progress(`training: ${what}`)),
      key,
    ),
  );
}
