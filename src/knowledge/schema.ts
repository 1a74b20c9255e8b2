import { z } from 'zod';
import { localizedSentence, sentence } from '../language/sentence-schema';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters, digits and hyphens');
const day = z.iso.date();

const source = z.strictObject({
  organization: z.string().min(1),
  page: z.string().min(1),
  /** https address of the page, or `center-article` for the center's own article. */
  address: z.union([z.literal('center-article'), z.url({ protocol: /^https$/ })]),
  /** Ids of the fact sheet that the answer uses, e.g. F-023 or S-15. */
  facts: z.array(z.string().min(1)).min(1),
  /** `page`: read on the organisation's own page. `copy`: read on a copy or summary that names it. */
  seen: z.enum(['page', 'copy']),
});

/** Who has signed an answer off. A draft has been signed by nobody and says so wherever review states show. */
const review = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('draft') }),
  z.strictObject({ status: z.literal('approved'), by: z.string().min(1), on: day }),
]);

const topic = z.strictObject({
  title: localizedSentence,
  label: localizedSentence,
  answer: localizedSentence,
  /** Said instead of `answer` while a placeholder in it has no value. */
  unknown: localizedSentence.optional(),
  sources: z.array(source).min(1),
  review,
  /** The day after which the answer is no longer given until somebody has read it again. */
  expires: day,
  'follow-up': z.array(id).min(1).max(3),
  /** `call`, `questions`, `emergency`, or a topic id. */
  'next-step': id.optional(),
});

/** One file of `knowledge/` with topics: topic id -> topic. The file's name is the topics' area. */
export const topicFile = z.record(id, topic);

const crisisLine = z.strictObject({
  name: localizedSentence,
  number: sentence,
  ways: z.array(z.enum(['call', 'text'])).min(1),
  href: z.string().regex(/^(tel|sms):\+?\d+$/),
  /** Words on the buttons, where they are not simply "Call" or "Text" and the number. */
  buttons: z.strictObject({ call: localizedSentence.optional(), text: localizedSentence.optional() }).optional(),
  hours: localizedSentence.optional(),
  note: localizedSentence.optional(),
  sources: z.array(source).min(1),
  /** The day the number was last compared with its source. */
  checked: day,
  /** The day a person last called it; null until somebody has. */
  called: day.nullable(),
  expires: day,
});

/** `knowledge/crisis-lines.yaml`: the only home of phone numbers beside the center's configuration. */
export const crisisLinesFile = z.record(id, crisisLine);

const placeholder = z.strictObject({
  setting: z.string().optional(),
  text: z.string().optional(),
  required: z.boolean(),
  meaning: z.string(),
});

/** `knowledge/center.yaml`: what may be claimed about the center, and what fills each `{placeholder}`. */
export const centerFile = z.strictObject({
  placeholders: z.record(id, placeholder),
  /** Sentences that only the center can give; null until it does. */
  texts: z.record(id, z.strictObject({ en: sentence.nullable(), es: sentence.nullable() })),
  services: z.array(
    z.strictObject({ id, name: localizedSentence, claim: localizedSentence, facts: z.array(z.string()), limits: z.string() }),
  ),
  'not-claimed': z.array(z.string()),
});

/** Id of a fact as sources name it: of the center's article (S-..), of the fact sheet (F-...), of its section, or of its review. */
const factId = z
  .string()
  .regex(/^(S-\d{2}|F-\d{3}|section-\d+|review-[A-Z]\d+)$/, 'a fact id looks like S-15, F-023, section-16 or review-S5');

/** `knowledge/facts.yaml`: how surely each fact is known; only confirmed ones (`OK`, `OK2`) may be used. */
export const factsFile = z.record(factId, z.strictObject({ status: z.enum(['OK', 'OK2', 'UNCONFIRMED']), subject: z.string().min(1) }));

export type TopicFile = z.infer<typeof topicFile>;
export type Topic = z.infer<typeof topic>;
export type CrisisLine = z.infer<typeof crisisLine>;
export type CenterFile = z.infer<typeof centerFile>;
export type FactsFile = z.infer<typeof factsFile>;
