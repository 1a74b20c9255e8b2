import { z } from 'zod';
import { localizedSentence } from '../language/sentence-schema';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters, digits and hyphens');

/** A remembered answer as conditions name it: `question.choice`, e.g. `last-use.sick`; `question.skipped` stands for a skip. */
const fact = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'a condition names answers as question.choice');

const clause = z.strictObject({
  any: z.array(fact).min(1).optional(),
  all: z.array(fact).min(1).optional(),
  none: z.array(fact).min(1).optional(),
});

/** True when every part of one clause holds: `any` (at least one answer given), `all`, `none`. A list of clauses: one is enough. */
const condition = z.union([clause, z.array(clause).min(1)]);

/** Words in both languages; `them` is the wording when the conversation is about a loved one. */
const text = z.strictObject({
  en: localizedSentence.shape.en,
  es: localizedSentence.shape.es,
  them: localizedSentence.optional(),
});

const variants = z.strictObject({ en: z.array(z.string()).default([]), es: z.array(z.string()).default([]) });

const choice = z.strictObject({
  /** The full wording, shown in the message. */
  say: localizedSentence,
  /** The button, at most 20 characters. */
  label: localizedSentence,
  /** Other ways to say it, matched whole. */
  also: variants.default({ en: [], es: [] }),
  /** In a question with several answers: this one excludes all others. */
  exclusive: z.boolean().default(false),
  /** The danger stop that this answer is. */
  stop: id.optional(),
  /** Leaves the questions: to the list of topics, or to the words for people under 18. */
  end: z.enum(['topics', 'under-18']).optional(),
});

const question = z.strictObject({
  ask: text,
  /** Heading of the answer in the summary. */
  recap: localizedSentence,
  several: z.boolean().default(false),
  skippable: z.boolean().default(true),
  /** The choice that a skip counts as, where a question cannot be skipped. */
  'skip-as': id.optional(),
  /** The question is passed over unless this holds. */
  when: condition.optional(),
  choices: z.record(id, choice),
  /** Texts shown at once when an answer to this question makes their condition come true, with buttons for `lines` (crisis-lines.yaml). */
  notes: z.array(z.strictObject({ say: id, when: condition, lines: z.array(id).default([]) })).default([]),
  next: z.union([id, z.strictObject({ end: z.literal('handoff') })]),
});

const line = text.extend({ when: condition.optional() });

const outcome = z.strictObject({
  id,
  when: condition.optional(),
  title: text,
  lines: z.array(line).min(1),
  /** Which reasons fill `{reasons}`, in this order. */
  reasons: z.array(id).default([]),
});

const settingNote = z.strictObject({
  id,
  when: condition,
  reasons: z.array(id),
  en: text.shape.en,
  es: text.shape.es,
  them: text.shape.them,
});

const addOn = z.strictObject({
  id,
  when: condition,
  reasons: z.array(id).default([]),
  /** While this holds the add-on is shown beside the limited number of the others. */
  keep: condition.optional(),
  en: text.shape.en,
  es: text.shape.es,
  them: text.shape.them,
});

const stop = z.strictObject({
  category: z.enum(['overdose', 'suicide', 'self-harm', 'medical', 'violence']),
  /** Ids of the texts, in the order in which they are sent. */
  say: z.array(id).min(1),
  /** Ids of `knowledge/crisis-lines.yaml` whose call and text buttons are shown. */
  lines: z.array(id).min(1),
  /** Id of the text on the button that goes on. */
  'go-on': id,
  /** Id of the text that tells how to go on where there are no buttons. */
  'go-on-sms': id,
  /** Id of the one line that is added to a higher danger's stop. */
  beside: id,
});

const command = z.strictObject({ label: localizedSentence, also: variants });

/** Phrases of `dialogs/crisis-signs.yaml`; see `safety/phrase-pattern.ts` for the notation. */
const signs = z.strictObject({ en: z.array(z.string()).default([]), es: z.array(z.string()).default([]) });

/**
 * One file of `dialogs/`. Every file may hold any of these parts; the loader joins them in the order of the file names
 * given in `content/read-content-files.ts`.
 */
export const dialogFile = z.strictObject({
  questions: z.record(id, question).optional(),
  texts: z.record(id, text).optional(),
  reasons: z.record(id, text.extend({ when: condition })).optional(),
  outcomes: z.array(outcome).optional(),
  'setting-notes': z.array(settingNote).optional(),
  'add-ons': z.strictObject({ limit: z.number().int().positive(), list: z.array(addOn) }).optional(),
  stops: z.record(id, stop).optional(),
  'emergency-menu': z.record(id, z.strictObject({ label: localizedSentence, stop: id })).optional(),
  /** Danger signs by category: `plain` shows the stop whatever the model says, `likely` unless the model is nearly sure of the contrary, `possible` may ask. */
  signs: z.record(id, z.strictObject({ plain: signs.optional(), likely: signs.optional(), possible: signs.optional() })).optional(),
  /** What lowers a sign to the soft question: negation, past, idioms, questions for information. */
  guards: z.record(id, signs).optional(),
  /** Words that a person under 18 uses of themselves. */
  'under-18': signs.optional(),
  commands: z.record(id, command).optional(),
  /** Topics on the first menu, in order. */
  menu: z.array(id).optional(),
  /** Small talk and requests that are answered with one text: text id -> whole phrases. */
  'small-talk': z.record(id, variants).optional(),
});

export type DialogFile = z.infer<typeof dialogFile>;
export type Condition = z.infer<typeof condition>;
export type Clause = z.infer<typeof clause>;
export type Text = z.infer<typeof text>;
export type Question = z.infer<typeof question>;
export type Outcome = z.infer<typeof outcome>;
export type SettingNote = z.infer<typeof settingNote>;
export type AddOn = z.infer<typeof addOn>;
export type Stop = z.infer<typeof stop>;
export type Command = z.infer<typeof command>;
export type Phrases = z.infer<typeof signs>;
