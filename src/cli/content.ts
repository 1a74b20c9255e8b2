import type { Writable } from 'node:stream';
import { checkContent } from '../content/check-content';
import { contentReport } from '../content/content-report';
import { packageRoot } from '../content/package-root';
import { formatProblem } from '../content/problem';
import { readContentFiles } from '../content/read-content-files';
import { languages } from '../language/language';
import { runProgram } from './run-program';

/** Prints the report on the content of the project at `root` for staff. Returns the exit code: 1 when something has expired. */
export function content(root: string, output: Writable, now: number): number {
  const { files, problems } = readContentFiles(root);
  if (files === null) {
    output.write(problems.map((problem) => `${formatProblem(problem)}\n`).join(''));
    return 1;
  }
  const { text, expired } = contentReport(files, now);
  const found = checkContent(files, now).filter(({ rule }) => rule !== 'expired-review');
  const unconfirmed = found.filter(({ rule }) => rule === 'unconfirmed-fact').length;
  output.write(`CHECK: ${found.length} rule violations, ${unconfirmed} unconfirmed facts; languages: ${languages.join(', ')}\n`);
  output.write(found.map((problem) => `${formatProblem(problem)}\n`).join(''));
  output.write(text);
  return expired.length > 0 ? 1 : 0;
}

if (require.main === module) void runProgram('npm run content', async () => content(packageRoot(), process.stdout, Date.now()));
