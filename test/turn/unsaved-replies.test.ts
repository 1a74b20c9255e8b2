import type { Message } from '../../src/conversation/message';
import { newSession } from '../../src/conversation/new-session';
import { respond } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
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

describe('a text message that cannot be kept', () => {
  const away = fakeTurns({ content: realContent(), lastResort, respond });
  const onSms = (text: string, session: Session | null = null) =>
    unsavedReplies(away, session, { ...typed(text), channel: 'sms' }, 'en').map(({ id }) => id);
  const optedOut = { ...newSession('', 'en'), optedOut: true };

  test('is answered where help is, or in silence to who gets no more texts', () => {
    expect(onSms('how long does detox take')).toEqual(['system-trouble']);
    expect(onSms('hello', optedOut)).toEqual([]);
    expect(onSms('he is not breathing', optedOut)).toEqual(['stop-overdose-1', 'stop-overdose-2']);
  });

  test('that asks for no more texts hears that it has to be said again', () => {
    expect(onSms('STOP')).toEqual(['stop-not-kept']);
    expect(onSms('please stop texting me')).toEqual(['stop-not-kept']);
  });
});
