import type { Message } from '../conversation/message';
import { type Language, languages } from '../language/language';
import { tickedId } from './card-choices';
import { channelOf } from './channel-of';

/** Longer texts are cut here, in UTF-16 units. What is left is screened for danger as a whole. */
const longestText = 20_000;
/** More choices than any question has; ids are short. */
const mostChoices = 20;
const longestId = 100;

/**
 * Reads what a person did from an inbound activity of any channel; null when it is nothing that a person said (typing, events,
 * conversation updates, anything that is not a message). Never throws, whatever JSON comes.
 *
 * Buttons arrive as `value` `{ guide: { choices: [id] } }`, with or without text; the text is then only the button's label and is dropped.
 * What was ticked on a card arrives beside it: `{ guide: {}, choices: 'id,id' }`.
 * Some clients send a plain button as a `value` string. Text is cut after 20,000 characters. An attachment counts only where nothing was
 * written, so that words beside a photo are always screened. Mentions are the bot's affair.
 */
export function readActivity(activity: unknown, channelId: string): Message | null {
  if (!isRecord(activity) || activity['type'] !== 'message') return null;
  const language = languageOf(activity['locale']);
  const sender = { channel: channelOf(channelId), ...(language && { language }) };
  const choices = choicesOf(activity['value']);
  if (choices.length > 0) return { kind: 'choice', text: '', choices, ...sender };
  const text = textOf(activity['text']) || textOf(activity['value']);
  const kind = text === '' && hasMedia(activity['attachments']) ? 'media' : 'text';
  return { kind, text, choices: [], ...sender };
}

function choicesOf(value: unknown): string[] {
  const guide = isRecord(value) ? value['guide'] : null;
  const choices = isRecord(guide) && isRecord(value) ? (guide['choices'] ?? value[tickedId]) : null;
  // An Adaptive Card joins the answers of a multiple choice with commas.
  const ids: readonly unknown[] = typeof choices === 'string' ? choices.split(',') : Array.isArray(choices) ? choices : [];
  const known = ids.filter((id): id is string => typeof id === 'string' && id.trim() !== '' && id.length <= longestId);
  return [...new Set(known.map((id) => id.trim()))].slice(0, mostChoices);
}

function textOf(words: unknown): string {
  if (typeof words === 'number') return String(words);
  return typeof words === 'string' ? words.trim().slice(0, longestText) : '';
}

/** Teams repeats formatted words as a text/html attachment, which is not a file. */
function hasMedia(attachments: unknown): boolean {
  if (!Array.isArray(attachments)) return false;
  return attachments.some((item: unknown) => {
    const contentType = isRecord(item) ? item['contentType'] : null;
    return typeof contentType === 'string' && !contentType.toLowerCase().startsWith('text/');
  });
}

function languageOf(locale: unknown): Language | undefined {
  if (typeof locale !== 'string') return undefined;
  const code = locale.trim().slice(0, 3).toLowerCase().replace(/[-_]$/, '');
  return languages.find((language) => language === code);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
