import { UsageError } from './read-options';

/**
 * Runs a terminal program and sets the exit code: what it resolves to; 2 for a wrong command line, told with `usage`; 1 for any other
 * error, told without a stack.
 */
export async function runProgram(usage: string, program: () => Promise<number>): Promise<void> {
  // A reader that has seen enough, as in `ask --jsonl | head`, is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await program();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(error instanceof UsageError ? `${message}\n\n${usage}\n` : `${message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
