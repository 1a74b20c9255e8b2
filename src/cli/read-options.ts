import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import { languages } from '../language/language';

/** The program was called with options that it does not have; the message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options that both programs have, as `node:util` describes them. */
const sharedOptions = { lang: { type: 'string' }, channel: { type: 'string' } } as const;

const given = z.object({
  lang: z.enum(languages, `--lang is ${languages.join(' or ')}`).optional(),
  channel: z.enum(['web', 'sms', 'msteams'], '--channel is web, sms or msteams').optional(),
  question: z.string().optional(),
  jsonl: z.boolean().optional(),
});

/** What was given on the command line, and the words beside the options. */
export type Options = z.infer<typeof given> & { readonly words: readonly string[] };

/**
 * Reads a command line. `more` are the program's own options beside `--lang` and `--channel`; `words` whether it takes any others.
 * Throws UsageError.
 */
export function readOptions(args: readonly string[], more: NonNullable<ParseArgsConfig['options']>, words: boolean): Options {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...sharedOptions, ...more }, allowPositionals: words });
    return { ...given.parse(values), words: positionals };
  } catch (error) {
    if (error instanceof z.ZodError) throw new UsageError(error.issues.map((issue) => issue.message).join('\n'));
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
