import { type AskResult, askGuide } from '../src/cli/ask-guide';
import type { Guide } from '../src/cli/guide';
import type { Line } from './read-set';

/** A line of an evaluation set with what the guide made of it. */
export interface Asked<L extends Line = Line> {
  readonly line: L;
  readonly result: AskResult;
}

/** Saturday noon in Knoxville: answers that name a day of the week are read by it. */
export const noon = Date.parse('2026-11-21T17:00:00Z');

/** Asks the guide every line, each as a fresh visitor (design/ask.md). */
export function askAll(guide: Guide, lines: readonly Line[]): Asked[] {
  return lines.map((line) => {
    const input = { text: line.text, ...(line.set === 'answer' && { question: line.question }) };
    return { line, result: askGuide(guide, input, noon) };
  });
}

/** The asked lines of one kind, in one language or in any. */
export function askedOf<S extends Line['set']>(
  asked: readonly Asked[],
  set: S,
  language: string | null,
): Asked<Extract<Line, { set: S }>>[] {
  return asked.filter(
    (one): one is Asked<Extract<Line, { set: S }>> => one.line.set === set && (language === null || one.line.lang === language),
  );
}
