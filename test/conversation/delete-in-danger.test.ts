import { respond } from '../../src/conversation/respond';
import { realContent } from '../support/real-content';

const content = realContent();

test('whoever asks for deletion while a stop holds is not asked again, and the crisis lines stay in sight', () => {
  const say = (session: Parameters<typeof respond>[1], text: string) =>
    respond(content, session, { kind: 'text', text, choices: [], channel: 'web' }, 0);
  const danger = say(null, 'i want to kill myself');
  expect(danger.outcome.tier).toBe('emergency');
  const deleted = say(danger.session, 'delete my data');
  expect(deleted.outcome.forget).toBe(true);
  expect(deleted.replies.flatMap(({ links = [] }) => links.map(({ href }) => href))).toEqual(
    expect.arrayContaining(['tel:911', 'tel:988']),
  );
});
