import fc from 'fast-check';
import { gsm7 } from '../../src/channels/gsm7';
import { smsLength } from '../../src/channels/sms-length';
import { splitSms } from '../../src/channels/split-sms';
import { takeSms } from '../../src/channels/take-sms';
import { words } from './replies';

const bare = (text: string) => text.replace(/\s/g, '');

test('nothing but white space is lost, and no message is too long', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ maxLength: 2000, unit: 'grapheme' })), (text) => {
      const folded = gsm7(text);
      const messages = splitSms(folded);
      expect(bare(messages.join(''))).toBe(bare(folded));
      expect(messages.filter((message) => smsLength(message) > 306 || message === '')).toEqual([]);
    }),
  );
});

test('a text that fits is one message', () => {
  expect(splitSms('a'.repeat(306))).toHaveLength(1);
});

test('characters of the extension table count twice', () => {
  expect(splitSms('€'.repeat(153))).toHaveLength(1);
  expect(splitSms('€'.repeat(154))).toHaveLength(2);
});

test('a text of nothing is no message', () => {
  expect(splitSms(' \n ')).toEqual([]);
});

test.each([
  ['a line end is the first choice', 'One two.\nThree. Four five', 20, 'One two.', 'Three. Four five'],
  ['then a sentence end', 'One two. Three four five', 20, 'One two.', 'Three four five'],
  ['then a space', 'One two three four five', 20, 'One two three four', 'five'],
  ['a long word is cut', 'abcdefghijklmnopqrstuvwxyz', 20, 'abcdefghijklmnopqrst', 'uvwxyz'],
  ['a line that ends exactly at the limit is kept whole', 'One two three four 5\nSix', 20, 'One two three four 5', 'Six'],
  ['a short first line does not stand alone', 'One\nTwo three four five six', 20, 'One\nTwo three four', 'five six'],
])('%s', (_, text, limit, message, rest) => {
  expect(takeSms(text, limit)).toEqual([message, rest]);
});
