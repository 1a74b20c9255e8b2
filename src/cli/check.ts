import type { Writable } from 'node:stream';
import { checkContent } from '../content/check-content';
import { loadModel } from '../content/load-model';
import { misreadPhrases } from '../content/misread-phrases';
import { packageRoot } from '../content/package-root';
import { formatProblem } from '../content/problem';
import { readContentFiles } from '../content/read-content-files';
import { runProgram } from './run-program';

/**
 * Checks the content of the project at `root`, and what the model made of its phrases, and prints each problem on a line. Returns the exit code: 1 when
 * there is an error. Without a model (null) only the content is checked.
 */
export function check(root: string, model: ReturnType<typeof loadModel> | null, output: Writable, now: number): number {
  const { files, problems } = readContentFiles(root);
  const found = files === null ? problems : [...checkContent(files, now), ...(model === null ? [] : misreadPhrases(files, model))];
  const errors = found.filter(({ severity }) => severity === 'error').length;
  output.write(found.map((problem) => `${formatProblem(problem)}\n`).join(''));
  output.write(`content: ${errors} errors, ${found.length - errors} warnings\n`);
  return errors > 0 ? 1 : 0;
}

if (require.main === module) void runProgram('npm run check', async () => check(packageRoot(), loadModel(), process.stdout, Date.now()));
