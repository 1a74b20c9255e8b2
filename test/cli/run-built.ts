import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Runs a built terminal program (`npm test` builds first) as an operator does; its settings come from `env` alone. */
export function runBuilt(
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | string | null | undefined; readonly output: string; readonly errors: string }> {
  return new Promise((resolve) => {
    const options = { cwd: join(root, 'test'), env: { PATH: process.env['PATH'], ...env } };
    execFile(process.execPath, [join(root, 'dist', 'cli', `${name}.js`), ...args], options, (error, output, errors) =>
      resolve({ code: error === null ? 0 : error.code, output, errors }),
    );
  });
}
