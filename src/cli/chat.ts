import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { createTalk } from './create-talk';
import type { Guide } from './guide';
import { openGuide } from './open-guide';
import { readOptions } from './read-options';
import { runProgram } from './run-program';

const usage = `npm run chat -- [--lang en|es] [--channel web|sms|msteams]
Shows what the channel would show: on sms each text message with its parts, on msteams cards as frames and buttons in brackets.
Answer with numbers (of the buttons, from the top) or words. ? shows where the last answer comes from, Ctrl-D leaves.`;

/**
 * Talks with the guide in the terminal until the input ends. Resolves to the exit code. Throws UsageError for a wrong command line,
 * and what `open` throws.
 */
export async function chat(args: readonly string[], input: Readable, output: Writable, open: () => Guide): Promise<number> {
  const { channel = 'web', lang } = readOptions(args, {}, false);
  const talk = createTalk(open(), channel, lang);
  const terminal = createInterface({ input, output, prompt: '\n> ' });
  output.write(`${talk.open(Date.now())}\n`);
  terminal.prompt();
  for await (const line of terminal) {
    output.write(`\n${talk.say(line, Date.now())}\n`);
    terminal.prompt();
  }
  output.write('\n');
  return 0;
}

if (require.main === module) void runProgram(usage, () => chat(process.argv.slice(2), process.stdin, process.stdout, openGuide));
