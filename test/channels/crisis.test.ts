import fc from 'fast-check';
import { createRenderer } from '../../src/channels';
import { channelTexts as texts } from '../fakes/channel-texts';
import { reply, say, words } from './replies';

const render = createRenderer(texts);
const lifeline = { label: say('Call the Lifeline'), href: 'tel:988' };
const firstSms = (text: string, links = [lifeline]) =>
  render([reply({ kind: 'crisis', text: say(text), links })], { channel: 'sms', language: 'en' })[0]?.text ?? '';

test('every crisis text message begins with 911 or 988 within 160 characters when the reply has a line to call', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(firstSms(text).slice(0, 160)).toMatch(/911|988/);
    }),
  );
});

test('words that have the number in front stay as they are', () => {
  expect(firstSms('Call or text 988 now, any hour.')).toBe('Call or text 988 now, any hour.');
});

test('the sentence with the number goes to the front where no link has it', () => {
  expect(firstSms(`${'I am glad you told me. '.repeat(8)}Call 911 now.`, [])).toMatch(/^Call 911 now\.\nI am glad/);
});

test('a number inside a longer one is not 988', () => {
  expect(firstSms('Call 865-988-1234.')).toContain('Call the Lifeline: 988');
});
