import fc from 'fast-check';
import { bodyLines } from '../../src/channels/body-lines';
import { gsm7 } from '../../src/channels/gsm7';
import { pageSms } from '../../src/channels/page-sms';
import { smsLength } from '../../src/channels/sms-length';
import type { Reply } from '../../src/conversation/reply';
import { channelTexts as texts } from '../fakes/channel-texts';
import { reply, say, turns } from './replies';

const more = texts.smsMore.en;
const bare = (text: string) => text.replace(/\s/g, '');
const bullets = (count: number) =>
  Array.from({ length: count }, (_, index) => say(`Line ${index} of the summary. ${'It says something. '.repeat(10)}`));

/** All pages, as somebody reads them who asks for more until the end. */
function readAll(replies: readonly Reply[]): (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  for (let from: number | null = 0; from !== null && pages.length < 100; ) {
    const page = pageSms(replies, from, texts, 'en');
    pages.push(page.messages);
    from = page.next;
  }
  return pages;
}

test('no message is longer than 306 places', () => {
  fc.assert(
    fc.property(turns, (replies) => {
      expect(
        readAll(replies)
          .flat()
          .filter((message) => message === '' || smsLength(message) > 306),
      ).toEqual([]);
    }),
  );
});

test('every word of an answer or a summary comes in turn on one of the pages', () => {
  fc.assert(
    fc.property(turns, (replies) => {
      const long = replies.filter(({ kind, choices }) => !choices && (kind === 'answer' || kind === 'summary'));
      // Messages are cut at white space, or anywhere in a word that is too long: compare without it.
      const said = bare(readAll(long).flat().join('\n').replaceAll(`\n${more}`, ''));
      for (const line of long.flatMap(bodyLines)) expect(said).toContain(bare(gsm7(line)));
    }),
  );
});

test('every word of all other replies stands on the first page', () => {
  fc.assert(
    fc.property(turns, (replies) => {
      const others = replies.filter(({ kind }) => kind !== 'answer' && kind !== 'summary');
      const said = bare(readAll(replies)[0]?.join('\n') ?? '').replaceAll(bare(more), '');
      for (const line of others.flatMap(bodyLines)) expect(said).toContain(bare(gsm7(line)));
    }),
  );
});

test('every choice stands on the first and on the last page with its number and full wording', () => {
  fc.assert(
    fc.property(turns, (replies) => {
      const choices = replies.at(-1)?.choices ?? [];
      const pages = readAll(replies);
      for (const page of [pages[0] ?? [], pages.at(-1) ?? []]) {
        const said = bare(page.join('\n'));
        choices.forEach((choice, index) => {
          expect(said).toContain(bare(`${index + 1}.${gsm7(choice.say ?? choice.label)}`));
        });
      }
    }),
  );
});

test('a summary takes at most 5 messages a turn, the words that stay in sight included', () => {
  const handoff = reply({ kind: 'handoff', text: say('Call us at 865-234-5678.') });
  const pages = readAll([reply({ kind: 'summary', text: say('Talk about: detox.'), bullets: bullets(16) }), handoff]);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(5);
  expect(pages[0]?.join('\n')).toContain('865-234-5678');
  expect(pages.at(-1)?.join('\n')).toContain('865-234-5678');
});

test('an answer takes at most 3 messages and announces the rest on all pages but the last', () => {
  const pages = readAll([reply({ kind: 'answer', text: say('It depends. '.repeat(130)) })]);
  expect(pages.map((page) => page.length).filter((count) => count > 3)).toEqual([]);
  expect(pages.map((page) => page.join('\n').includes(more))).toEqual(pages.map((_, index) => index < pages.length - 1));
  expect(pages.length).toBeGreaterThan(1);
});

test('an answer that fits is not announced', () => {
  expect(pageSms([reply({ kind: 'answer', text: say('Short.') })], 0, texts, 'en')).toEqual({ messages: ['Short.'], next: null });
});

test('the open question is sent with the first page of an answer', () => {
  const question = reply({ kind: 'question', text: say('How are you?'), choices: [{ id: 'mood:okay', label: say('Okay') }] });
  const page = pageSms([reply({ kind: 'answer', text: say('It depends. '.repeat(150)) }), question], 0, texts, 'en');
  expect(page.messages.at(-1)?.endsWith(`How are you?\n1. Okay\n${texts.smsTail.en}`)).toBe(true);
});

test('a danger stop is never held back, nor joined with other words', () => {
  const stop = reply({ kind: 'crisis', text: say(`Call 911 NOW. ${'Stay with them. '.repeat(100)}`) });
  const page = pageSms([stop, reply({ text: say('Note.') })], 0, texts, 'en');
  expect(page.next).toBeNull();
  expect(page.messages.length).toBeGreaterThan(5);
  expect(page.messages.at(-1)).toBe('Note.');
});

test('what tells to call 911 or go to the ER comes first in a summary', () => {
  const recap = reply({ kind: 'summary', text: say('You told me: heroin.') });
  const outcome = reply({
    kind: 'summary',
    text: say('Talk about: medical help first.'),
    bullets: [say('Ask about detox.'), say('Go to the ER for a fever.'), say('Call 911 for a seizure.'), say('We are here for you: HERE.')],
  });
  const [first = ''] = pageSms([recap, outcome], 0, texts, 'en').messages;
  expect(first.split('\n')).toEqual([
    'Talk about: medical help first.',
    '- Go to the ER for a fever.',
    '- Call 911 for a seizure.',
    '- Ask about detox.',
    '- We are here for you: HERE.',
    'You told me: heroin.',
  ]);
});

test('a page position beyond the end gives no messages and ends', () => {
  expect(pageSms([reply({ kind: 'answer', text: say('Short.') })], 10_000, texts, 'en')).toEqual({ messages: [], next: null });
});
