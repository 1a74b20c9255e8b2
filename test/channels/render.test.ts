import fc from 'fast-check';
import type { GuideData } from '../../src/channels';
import { createRenderer, pickChannelTexts, plainText, readActivity } from '../../src/channels';
import type { Choice } from '../../src/conversation/reply';
import { channelTexts as texts } from '../fakes/channel-texts';
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

  test('Teams gets the same words and buttons too', () => {
    const [activity] = render([question], { channel: 'msteams', language: 'en' });
    expect(activity?.text).toBe(shown);
    expect(activity?.suggestedActions?.actions.map(({ title }) => title)).toEqual(['Me, 18 or older', 'Someone I care about', 'Skip']);
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
  expect(pickChannelTexts({ 'sms-tail': texts.smsTail, 'sms-tail-multi': texts.smsTailMulti, 'more-sms': texts.smsMore })).toEqual(texts);
  expect(() => pickChannelTexts({})).toThrow('"sms-tail"');
});
