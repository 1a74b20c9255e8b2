import { createRenderer, pickChannelTexts, readActivity } from '../../src/channels';
import { gsm7 } from '../../src/channels/gsm7';
import { pageSms } from '../../src/channels/page-sms';
import { smsLength } from '../../src/channels/sms-length';
import { smsParts } from '../../src/channels/sms-parts';
import type { Channel } from '../../src/conversation/message';
import type { Reply } from '../../src/conversation/reply';
import { type Language, languages } from '../../src/language/language';
import { lostOn } from '../conversation/shown-on';
import type { PlayedOn } from '../conversation/transcript';
import { realContent } from '../support/real-content';
import { cardSchema } from './card-schema';
import { everyTurn } from './every-turn';

const content = realContent({ name: 'A center with a name of forty characters', website: 'https://www.example.org' });
const texts = pickChannelTexts(content.data.texts);
const render = createRenderer(texts);
const channelOf = (shown: PlayedOn): Channel => (shown === 'plain' ? 'web' : shown);
const known = new Map<string, readonly (readonly Reply[])[]>();
function turnsOn(shown: PlayedOn, language: Language): readonly (readonly Reply[])[] {
  const key = `${channelOf(shown)} ${language}`;
  const turns = known.get(key) ?? everyTurn(content, channelOf(shown), language);
  known.set(key, turns);
  return turns;
}
/** All text messages of a turn, on all pages. */
function smsOf(replies: readonly Reply[], language: Language): string[] {
  const messages: string[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const page = pageSms(replies, from, texts, language);
    messages.push(...page.messages);
    from = page.next;
  }
  return messages;
}

describe.each(languages)('every reply of the content, in %s,', (language) => {
  it.each(['web', 'msteams', 'sms', 'plain'] as const)('loses nothing on %s: every word, choice and number is there', (shown) => {
    const turns = turnsOn(shown, language);
    expect(turns.length).toBeGreaterThan(300);
    expect(turns.flatMap((replies) => lostOn(shown, content, replies, language))).toEqual([]);
  });

  it('has buttons of at most 20 characters on the web, each of which says what it means', () => {
    const actions = turnsOn('web', language).flatMap((replies) =>
      render(replies, { channel: 'webchat', language }).flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []),
    );
    expect(actions.filter(({ title }) => title.length > 20)).toEqual([]);
    expect(actions.filter(({ text, value }) => readActivity({ type: 'message', text, value }, 'webchat')?.kind !== 'choice')).toEqual([]);
  });

  it('is a text or a valid card in Teams, well under 28 KB, with at most three suggested actions, which are words', () => {
    for (const replies of turnsOn('msteams', language))
      for (const activity of render(replies, { channel: 'msteams', language })) {
        const { text, attachments = [], suggestedActions } = activity;
        // Teams shows both, and takes the buttons away.
        expect([text !== undefined, attachments.length > 0].filter(Boolean)).toHaveLength(1);
        expect(suggestedActions?.actions.length ?? 0).toBeLessThanOrEqual(3);
        for (const action of suggestedActions?.actions ?? [])
          expect(action).toEqual({ type: 'imBack', title: action.title, value: action.title });
        for (const { content: card } of attachments) expect(cardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(activity))).toBeLessThan(28_000);
      }
  });

  it('has no character that Teams takes for markdown or for HTML', () => {
    const words = turnsOn('msteams', language).flatMap((replies) =>
      replies.flatMap(({ text, bullets = [] }) => [...text.split('\n').map((line) => line.replace(/^- /, '')), ...bullets]),
    );
    expect(words.filter((line) => /[*_`[\]<>~|\\]|^\s*(?:\d+[.)]|[-+#>])\s/.test(line))).toEqual([]);
  });

  it('is plain GSM-7 by SMS, in messages of at most two parts, and danger begins with the number', () => {
    for (const replies of turnsOn('sms', language)) {
      const messages = smsOf(replies, language);
      for (const message of messages) {
        expect(gsm7(message)).toBe(message);
        expect(message).not.toContain('\u20ac');
        expect(smsLength(message)).toBeLessThanOrEqual(306);
        expect(smsParts(message)).toBeLessThanOrEqual(2);
      }
      if (replies.some(({ tier }) => tier !== undefined)) expect(messages[0]?.slice(0, 160)).toMatch(/911|988/);
    }
  });
});
