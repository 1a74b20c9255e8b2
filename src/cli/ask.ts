import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { askGuide } from './ask-guide';
import { askLines } from './ask-lines';
import { describeAnswer } from './describe-answer';
import type { Guide } from './guide';
import { openGuide } from './open-guide';
import { readOptions, UsageError } from './read-options';
import { runProgram } from './run-program';

const usage = `npm run --silent ask -- [--lang en|es] [--channel web|sms|msteams] [--question <id>] "how long does detox take"
npm run --silent ask -- --jsonl < messages.jsonl > out.jsonl`;

/**
 * Shows what the guide makes of one message, or of JSON lines (design/ask.md). Resolves to the exit code: 1 when a line was bad.
 * Throws UsageError for a wrong command line, and what `open` throws.
 */
export async function ask(args: readonly string[], input: Readable, output: Writable, open: () => Guide): Promise<number> {
  const { words, jsonl, lang, channel, question } = readOptions(args, { jsonl: { type: 'boolean' }, question: { type: 'string' } }, true);
  const given = { lang, channel, question };
  if (jsonl) {
    const beside = [...words, ...Object.values(given)].filter((value) => value !== undefined);
    if (beside.length > 0) throw new UsageError(`--jsonl takes messages and options from its lines, not "${beside.join(' ')}"`);
    return askAll(open(), input, output);
  }
  if (words.length === 0) throw new UsageError('there is no message');
  const guide = open();
  if (question !== undefined && !guide.hasQuestion(question)) throw new UsageError(`there is no question "${question}"`);
  output.write(describeAnswer(askGuide(guide, { text: words.join(' '), ...given }, Date.now())));
  return 0;
}

async function askAll(guide: Guide, input: Readable, output: Writable): Promise<number> {
  let code = 0;
  await pipeline(
    input,
    async function* (chunks: AsyncIterable<Buffer | string>) {
      for await (const { json, failed } of askLines(guide, chunks, Date.now)) {
        if (failed) code = 1;
        yield json;
      }
    },
    output,
    { end: false },
  );
  return code;
}

if (require.main === module) void runProgram(usage, () => ask(process.argv.slice(2), process.stdin, process.stdout, openGuide));
