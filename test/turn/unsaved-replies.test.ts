import type { Message } from '../../src/conversation/message';
import { lastResort } from '../../src/safety/last-resort';
import { unsavedReplies } from '../../src/turn/unsaved-replies';
import { fakeTurns } from '../fakes/fake-turns';
import { realContent } from '../support/real-content';

const typed = (text: string): Message => ({ kind: 'text', text, choices: [], channel: 'web' });
const broken = fakeTurns({
  content: realContent(),
  lastResort,
  respond: () => {
    throw new Error('a bug');
  },
});
const ids = (text: string, language: 'en' | 'es' = 'en') => unsavedReplies(broken, null, typed(text), language).map(({ id }) => id);

test('danger is answered though the conversation fails by a bug', () => {
  expect(ids('he is not breathing')).toEqual(['stop-overdose-1', 'stop-overdose-2']);
  expect(ids('me quiero morir')).toEqual(['stop-suicide', 'stop-suicide']);
});

test('everybody else gets the last resort then', () => {
  expect(ids('how long does detox take')).toEqual(['system-trouble']);
});

test('danger gets the last resort at least when content is broken too', () => {
  const worse = { ...broken, content: { center: realContent().center } as typeof broken.content };
  expect(unsavedReplies(worse, null, typed('he is not breathing'), 'en').map(({ id }) => id)).toEqual(['system-trouble']);
});
