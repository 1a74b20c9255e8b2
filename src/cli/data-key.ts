import { randomBytes } from 'node:crypto';
import type { Writable } from 'node:stream';
import { runProgram } from './run-program';

/** What an operator has to know of the key, apart from it, so that the key alone can be piped into a file. */
const advice = `Keep this key outside the data folder and outside the repository. Who loses it loses the open conversations.
To change keys, put the new one first, then a comma, then the old one, and start the server again.
When its log says no more that something was resealed, about two minutes after the start, the old key can go.
`;

/** Prints a new data key as a line of settings to `output`, and how to keep it to `notes`. Returns the exit code. */
export function dataKey(output: Writable, notes: Writable): number {
  output.write(`DATA_KEY=${randomBytes(32).toString('base64')}\n`);
  notes.write(advice);
  return 0;
}

if (require.main === module) void runProgram('npm run data-key', async () => dataKey(process.stdout, process.stderr));
