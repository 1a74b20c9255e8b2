import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The ways in on which every transcript is played. `plain` is what a channel shows that the guide does not know. */
const channels = ['web', 'msteams', 'sms', 'plain'] as const;
export type PlayedOn = (typeof channels)[number];

const words = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());

const turn = z
  .strictObject({
    /** What the person types. */
    say: z.string().optional(),
    /** The buttons that the person taps; where there are none, their numbers are typed. */
    tap: words.optional(),
    /** A photo, voice note or file. */
    media: z.literal(true).optional(),
    /** Ids of all replies, in order, as on the web; see `repliesOn` for the other channels. Left out where they do not matter. */
    expect: z.array(z.string()).optional(),
    kind: z.string().optional(),
    tier: z.enum(['emergency', 'check']).optional(),
    /** The outcome of the decision table, where the summary is shown. */
    finished: z.string().optional(),
    forgets: z.boolean().optional(),
    /** All choices of the last reply, in order. */
    choices: z.array(z.string()).optional(),
    /** Buttons that some reply of the turn has, among its choices or commands. */
    offers: words.optional(),
    /** "3 of 9". */
    progress: z.string().optional(),
    contains: words.optional(),
    lacks: words.optional(),
  })
  .refine((one) => [one.say, one.tap, one.media].filter((done) => done !== undefined).length === 1, 'a turn is one of say, tap, media');

const transcript = z.strictObject({
  name: z.string(),
  lang: z.enum(['en', 'es']),
  channels: z.array(z.enum(channels)).default([...channels]),
  now: z.iso.datetime({ offset: true }).default('2026-12-01T10:00:00-05:00'),
  /** The center answers from the first to the second hour of every day, Knoxville time. */
  hours: z.tuple([z.number(), z.number()]).optional(),
  /** `person`: nothing is shown before the person writes. */
  opens: z.literal('person').optional(),
  /** Why the guide does not do yet what stands here. Whoever mends it takes this line away. */
  fails: z.string().optional(),
  turns: z.array(turn).min(1),
});

export type TranscriptTurn = z.infer<typeof turn>;
/** A golden conversation: what a person does, and what the guide answers. */
export type Transcript = z.infer<typeof transcript> & { readonly file: string };

const folder = join(__dirname, '..', 'transcripts');

/** All golden conversations of `test/transcripts`. Throws an error that names the file and what is wrong in it. */
export function readTranscripts(): Transcript[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const read = transcript.safeParse(parse(readFileSync(join(folder, file), 'utf8')));
      if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
      return { ...read.data, file };
    });
}
