import { z } from 'zod';
import { languages } from '../language/language';
import { askGuide } from './ask-guide';
import type { Guide } from './guide';
import { readLines } from './read-lines';

/** Far more than any message has; in UTF-16 units. */
const longestLine = 1_000_000;

const schema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.enum(languages).optional(),
  channel: z.enum(['web', 'sms', 'msteams']).optional(),
  question: z.string().optional(),
});

/** One line of the answer: JSON with its line end, and whether the input line was bad. */
export interface AnsweredLine {
  readonly json: string;
  readonly failed: boolean;
}

/**
 * Answers JSON lines (design/ask.md), one line for each line, in the same order, reading no further ahead than it is read itself.
 * A bad line, blank ones too, becomes `{"id","error"}`; `id` is null where it could not be read.
 */
export async function* askLines(guide: Guide, input: AsyncIterable<Buffer | string>, now: () => number): AsyncGenerator<AnsweredLine> {
  for await (const line of readLines(input, longestLine)) {
    const answer = answerLine(guide, line, now());
    yield { json: `${JSON.stringify(answer)}\n`, failed: 'error' in answer };
  }
}

function answerLine(guide: Guide, line: string | null, now: number): object {
  if (line === null) return { id: null, error: `the line has more than ${longestLine} characters` };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: 'the line is not JSON' };
  }
  const read = schema.safeParse(json);
  if (!read.success) return { id: idOf(json), error: read.error.issues.map(describe).join('; ') };
  const { id, ...input } = read.data;
  try {
    return { id, ...askGuide(guide, input, now) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function describe(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

function idOf(json: unknown): string | number | null {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
