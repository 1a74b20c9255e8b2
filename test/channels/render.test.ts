import fc from 'fast-check';
import type { GuideData } from '../../src/channels';
import { createRenderer, pickChannelTexts, plainText, readActivity, renderAnswered } from '../../src/channels';
import type { Choice } from '../../src/conversation/reply';
import { channelTexts as texts } from '../fakes/channel-texts';
import { realContent } from '../support/real-content';
import { reply, say, turns } from './replies';

const render = createRenderer(texts);
const choices: readonly Choice[] = [
  { id: 'who:me', label: say('Me, 18 or older'), say: say('Me, and I am 18 or older') },
  { id: 'who:someone', label: say('Someone I care about') },
];
const commands: readonly Choice[] = [{ id: 'command:skip', label: say('Skip') }];
const question = reply({
  id: 'question:who',
  kind: 'question',
  question: 'who',
  text: say('Who is this about?'),
  choices,
  commands,
  progress: { step: 1, of: 9 },
});

describe('web', () => {
  test.each(['directline', 'webchat', 'emulator', 'web', 'DirectLine'])('%s gets what the widget draws', (channel) => {
    const [activity] = render([question], { channel, language: 'es' });
    expect(activity).toMatchObject({ type: 'message', text: 'Who is this about?', textFormat: 'plain', locale: 'es' });
    expect(activity?.channelData.guide).toEqual({
      replyId: 'question:who',
      kind: 'question',
      question: 'who',
      step: 1,
      of: 9,
      choices,
      commands,
    } satisfies GuideData);
  });

  test('every choice and command comes back by its button', () => {
    fc.assert(
      fc.property(turns, (replies) => {
        const last = replies.at(-1);
        const offered = [...(last?.choices ?? []), ...(last?.commands ?? [])].map(({ id }) => id);
        const actions = render(replies, { channel: 'directline', language: 'en' }).at(-1)?.suggestedActions?.actions ?? [];
        const sent = actions.map(({ text, value }) => readActivity({ type: 'message', text, value }, 'directline')?.choices);
        expect(sent).toEqual(offered.map((id) => [id]));
      }),
    );
  });

  test('bullets are lines, and buttons stand on the last activity alone', () => {
    const activities = render([reply({ bullets: [say('One.'), say('Two.')] }), question], { channel: 'web', language: 'en' });
    expect(activities.map(({ text }) => text)).toEqual(['Words.\n- One.\n- Two.', 'Who is this about?']);
    expect(activities.map(({ suggestedActions }) => suggestedActions?.actions.length)).toEqual([undefined, 3]);
  });

  test('no replies give no activities', () => {
    for (const channel of ['web', 'sms', 'msteams', 'line']) expect(render([], { channel, language: 'en' })).toEqual([]);
  });
});

describe('plain text', () => {
  const shown = 'Who is this about?\n\n1. Me, and I am 18 or older\n2. Someone I care about\n\n(Skip)';

  test.each(['slack', 'terminal', ''])('channel "%s" gets numbered choices', (channel) => {
    expect(render([question], { channel, language: 'en' })).toEqual([{ type: 'message', text: shown, textFormat: 'plain', locale: 'en' }]);
  });

  test('choices whose numbers the words give already are not listed again', () => {
    expect(plainText(reply({ text: say('Delete your answers here? 1 Delete. 2 Keep.'), choices }))).toBe(
      'Delete your answers here? 1 Delete. 2 Keep.',
    );
    expect(plainText(reply({ text: say('Wait for 1 or 2 minutes.'), choices }))).toContain('2. Someone I care about');
  });

  test('links are written out unless the words have them', () => {
    const links = [
      { label: say('SAMHSA'), href: 'tel:+18006624357' },
      { label: say('Chat'), href: 'https://988lifeline.org/' },
      { label: say('Text 988'), href: 'sms:988' },
      { label: say('Poison Help'), href: 'tel:+18002221222' },
    ];
    expect(plainText(reply({ text: say('Call 1-800-662-4357. Chat: 988lifeline.org.'), links }))).toBe(
      'Call 1-800-662-4357. Chat: 988lifeline.org.\nPoison Help: +18002221222',
    );
  });
});

describe('Teams', () => {
  const many = Array.from({ length: 5 }, (_, index): Choice => ({ id: `who:${index}`, label: say(`Label x${'x'.repeat(index)}`) }));
  const cardOf = (parts: Parameters<typeof reply>[0], language: 'en' | 'es' = 'en') => {
    const [activity] = render([reply(parts)], { channel: 'msteams', language });
    return { activity, card: JSON.stringify(activity?.attachments?.[0]?.content ?? null) };
  };

  test('words alone are text that can be copied; lists stay lists', () => {
    expect(cardOf({ text: say('One.\n\nTwo:\n- a\n- b'), bullets: [say('c')] }).activity).toEqual({
      type: 'message',
      text: 'One.\n\nTwo:\n\n- a\n- b\n- c',
      textFormat: 'markdown',
      locale: 'en',
    });
  });

  test('up to three choices are suggested actions that say their label; more are a card', () => {
    const { activity } = cardOf({ choices: many.slice(0, 3) });
    expect(activity?.suggestedActions?.actions).toEqual(
      many.slice(0, 3).map(({ label }) => ({ type: 'imBack', title: label, value: label })),
    );
    const { activity: other, card } = cardOf({ choices: many.slice(0, 4) });
    expect(other?.suggestedActions).toBeUndefined();
    expect(other?.text).toBeUndefined();
    expect([...card.matchAll(/"title":"(Label x*)","data":\{"guide":\{"choices":\["(who:\d)"\]/g)].map(([, , id]) => id)).toEqual(
      many.slice(0, 4).map(({ id }) => id),
    );
  });

  test('wording that no button holds stands below the button, which has the label', () => {
    const long = say('Wording that is much longer than any button on a phone could ever be');
    const { card } = cardOf({ choices: [...many.slice(1), { ...(many[0] as Choice), say: long }] });
    expect(card).toContain(`"title":"Label x"`);
    expect(card).toContain(`"text":"${long}"`);
  });

  test('what was ticked comes back as choices, and an empty tick is not taken for words', () => {
    const { card } = cardOf({ kind: 'question', several: true, choices: many, commands });
    expect(card).toContain('"type":"Input.ChoiceSet","id":"choices"');
    expect(readActivity({ type: 'message', value: { guide: {}, choices: 'who:1,who:3' } }, 'msteams')?.choices).toEqual(['who:1', 'who:3']);
    expect(readActivity({ type: 'message', value: { guide: {} } }, 'msteams')).toMatchObject({ kind: 'text', text: '', choices: [] });
    // Skip does not send the ticks.
    expect(card).toContain('"associatedInputs":"none"');
  });

  test('danger is a card in the color of a warning, says its words in the notification, and calls', () => {
    const { activity, card } = cardOf({
      kind: 'crisis',
      tier: 'emergency',
      text: say('Call 911 now.'),
      links: [
        { label: say('Call 911'), href: 'tel:911' },
        { label: say('Text 988'), href: 'sms:988' },
      ],
    });
    expect(activity?.summary).toBe('Call 911 now.');
    expect(card).toContain('"style":"attention"');
    expect(card).toContain('"type":"Action.OpenUrl","title":"Call 911","url":"tel:911"');
    expect(card).toContain('"text":"Text 988"');
    expect(cardOf({ kind: 'question', choices: many }).activity?.summary).toBeUndefined();
  });

  test('a summary is one message, however many parts it has', () => {
    const parts = [
      reply({ kind: 'summary', bullets: [say('a')] }),
      reply({ kind: 'summary', text: say('More.') }),
      reply({ kind: 'handoff' }),
    ];
    expect(render(parts, { channel: 'msteams', language: 'en' }).map(({ text }) => text)).toEqual(['Words.\n\n- a\n\nMore.', 'Words.']);
  });

  test('sources are folded away', () => {
    const { card } = cardOf(
      { kind: 'answer', sources: [{ organization: 'CDC', page: 'Naloxone', address: 'https://www.cdc.gov/x', reviewed: '2026-01-02' }] },
      'es',
    );
    expect(card).toContain('"isVisible":false');
    expect(card).toContain('- CDC: [Naloxone](https://www.cdc.gov/x) (revisado el 2026-01-02)');
  });

  test('an answered question shows what was asked and chosen, and no button', () => {
    const card = JSON.stringify(renderAnswered(reply({ text: say('Who?'), bullets: [say('Me')] }), 'en').attachments?.[0]?.content.body);
    expect(card).toMatch(/Who\?.*Me/);
    expect(card).not.toContain('Action');
  });
});

describe('sms', () => {
  test.each(['sms', 'twilio'])('%s gets numbered choices and how to answer', (channel) => {
    expect(render([question], { channel, language: 'es' }).map(({ text }) => text)).toEqual([
      'Who is this about?\n1. Me, and I am 18 or older\n2. Someone I care about\nResponda con un numero. 0 = saltar.',
    ]);
  });

  test('several answers are asked for in the plural', () => {
    const [activity] = render([{ ...question, several: true }], { channel: 'sms', language: 'en' });
    expect(activity?.text).toContain(texts.smsTailMulti.en);
  });
});

test('a missing channel text is named', () => {
  const { texts: all } = realContent().data;
  expect(pickChannelTexts(all).smsTail.en).toMatch(/number/);
  expect(() => pickChannelTexts({ ...all, 'widget-step': undefined as never })).toThrow('"widget-step"');
  expect(() => pickChannelTexts({})).toThrow('"sms-tail"');
});
