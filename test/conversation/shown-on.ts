import type { Activity } from 'botframework-schema';
import { createRenderer, pickChannelTexts } from '../../src/channels';
import { gsm7 } from '../../src/channels/gsm7';
import { pageSms } from '../../src/channels/page-sms';
import { shownText } from '../../src/cli/shown-text';
import type { Content } from '../../src/content/content';
import type { Reply } from '../../src/conversation/reply';
import type { Language } from '../../src/language/language';
import type { PlayedOn } from './transcript';

/** What a person gets to see of one turn: the messages, and what each button of the last one sends. */
export interface Shown {
  readonly messages: readonly string[];
  readonly buttons: readonly string[];
  /** Everything that the website chat is given to draw, as text; empty on other channels. */
  readonly drawn: string;
}

const channelIds = { web: 'webchat', msteams: 'msteams', sms: 'sms', plain: 'terminal' } as const;

function buttonsOf(activity: Partial<Activity> | undefined): string[] {
  return (activity?.suggestedActions?.actions ?? []).flatMap(({ value }) => (value as { guide: { choices: string[] } }).guide.choices);
}

/** What the buttons and ticks of a card send, and the words that suggested actions say. */
function teamsButtons({ attachments = [], suggestedActions }: Partial<Activity>): string[] {
  const sent = [...JSON.stringify(attachments).matchAll(/"choices":\["([^"]+)"\]|"value":"([^"]+)"/g)].map(
    ([, id, ticked]) => id ?? ticked ?? '',
  );
  return [...sent, ...(suggestedActions?.actions ?? []).map(({ value }) => String(value))];
}

/** Renders the replies of a turn for a channel; on SMS all pages of it, one after the other. */
export function showOn(channel: PlayedOn, content: Content, replies: readonly Reply[], language: Language): Shown {
  const texts = pickChannelTexts(content.data.texts);
  if (channel === 'sms') {
    const messages: string[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const page = pageSms(replies, from, texts, language);
      messages.push(...page.messages);
      from = page.next;
    }
    return { messages, buttons: [], drawn: '' };
  }
  const activities = createRenderer(texts)(replies, { channel: channelIds[channel], language });
  if (channel === 'msteams') {
    const drawn = activities.map(({ attachments }) => JSON.stringify(attachments ?? '')).join('\n');
    return { messages: activities.map((activity) => shownText([activity])), buttons: activities.flatMap(teamsButtons), drawn };
  }
  return {
    messages: activities.map(({ text }) => text ?? ''),
    buttons: channel === 'plain' ? [] : buttonsOf(activities.at(-1)),
    drawn: activities.map(({ channelData }) => JSON.stringify(channelData ?? '')).join('\n'),
  };
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Everything of the replies that a person on this channel can neither read, tap, call nor name by its number. */
export function lostOn(channel: PlayedOn, content: Content, replies: readonly Reply[], language: Language): string[] {
  const { messages, buttons, drawn } = showOn(channel, content, replies, language);
  const more = gsm7(content.data.texts['more-sms']?.[language] ?? '');
  const form = (words: string) => flat(channel === 'sms' ? gsm7(words) : words);
  const shown = flat(flat(messages.join(' ').replaceAll(/\n(?:\| )?(?:! )?/g, ' ')).replaceAll(more, ' '));
  const digits = (words: string) => words.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  const shownDigits = shown.replace(/(?<=\d)[-.() ]+(?=\d)/g, '');
  return replies.flatMap((reply) => {
    // A long text may go on in a later page of text messages: sentence by sentence nothing is missing.
    const unread = [reply.text, ...(reply.bullets ?? [])]
      .flatMap((words) => (channel === 'sms' ? words.split(/(?<=[.!?])\s+/) : [words]))
      .filter((words) => !shown.includes(form(words)));
    const unreached = (reply.choices ?? []).filter(({ id, label, say }, index) => {
      const number = index + 1;
      const numbered = shown.includes(form(`${number}. ${say ?? label}`)) || new RegExp(`\\b${number}\\b`).test(reply.text);
      if (channel === 'msteams') return !buttons.includes(id) && !buttons.includes(label);
      return !buttons.includes(id) && !(buttons.length === 0 && numbered);
    });
    const uncalled = (reply.links ?? []).filter(({ href }) => {
      if (drawn.includes(JSON.stringify(href))) return false;
      return href.startsWith('https:') ? !shown.includes(href.replace(/^https:\/\//, '')) : !shownDigits.includes(digits(href));
    });
    // Commands are typed by name on SMS, and would cost a text message each time.
    const unnamed = channel === 'sms' ? [] : (reply.commands ?? []).filter(({ label }) => !shown.includes(label) && !drawn.includes(label));
    return [...unread, ...unreached.map(({ id }) => id), ...uncalled.map(({ href }) => href), ...unnamed.map(({ id }) => id)];
  });
}
