import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { categories } from '../src/safety/danger';

const spoken = { lang: z.string(), text: z.string() };

/** A line of an evaluation set: what somebody might type, and what it is. */
const line = z.discriminatedUnion('set', [
  z.object({ set: z.literal('topic'), topic: z.string(), ...spoken }),
  z.object({ set: z.literal('danger'), label: z.enum(categories), ...spoken }),
  z.object({ set: z.literal('harmless'), kind: z.string(), ...spoken }),
  z.object({ set: z.literal('outside'), label: z.string(), ...spoken }),
  z.object({ set: z.literal('answer'), question: z.string(), choices: z.array(z.string()), danger: z.boolean().default(false), ...spoken }),
]);

export type Line = z.infer<typeof line>;
export type LineOf<S extends Line['set']> = Extract<Line, { set: S }>;

/** Reads an evaluation set, one JSON object a line (`test/evaluation/README.md`). Throws an Error that names the file and the line. */
export function readSet(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return [];
      try {
        return [line.parse(JSON.parse(text))];
      } catch (error) {
        throw new Error(`${path}:${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
}
