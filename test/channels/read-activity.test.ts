import fc from 'fast-check';
import { readActivity } from '../../src/channels';

const photo = { contentType: 'image/jpeg', contentUrl: 'https://example.org/1' };

test.each([
  ['typed words', { text: ' hello ' }, { kind: 'text', text: 'hello' }],
  ['a button with its label', { text: 'Me', value: { guide: { choices: ['who:me'] } } }, { kind: 'choice', text: '', choices: ['who:me'] }],
  ['a submitted card without text', { value: { guide: { choices: ['who:me'] } } }, { kind: 'choice', choices: ['who:me'] }],
  ['a multiple choice of a card', { value: { guide: { choices: 'home:hard, home:alone' } } }, { choices: ['home:hard', 'home:alone'] }],
  ['one choice twice', { value: { guide: { choices: ['a:b', 'a:b'] } } }, { choices: ['a:b'] }],
  ['a plain button', { value: 'Skip' }, { kind: 'text', text: 'Skip' }],
  ['a plain button with a number', { value: 3 }, { kind: 'text', text: '3' }],
  ['imBack', { text: 'Skip', value: 'ignored' }, { kind: 'text', text: 'Skip' }],
  ['a foreign value beside words', { text: 'help me', value: { other: true } }, { kind: 'text', text: 'help me' }],
  [
    'choices that are no ids',
    { text: 'hi', value: { guide: { choices: [null, 4, {}, '', 'x'.repeat(101)] } } },
    { kind: 'text', text: 'hi' },
  ],
  ['a photo', { attachments: [photo] }, { kind: 'media', text: '' }],
  ['a photo with words', { text: 'he is not breathing', attachments: [photo] }, { kind: 'text', text: 'he is not breathing' }],
  ['formatted words of Teams', { text: 'hi', attachments: [{ contentType: 'text/html', content: '<p>hi</p>' }] }, { kind: 'text' }],
  ['nothing', {}, { kind: 'text', text: '' }],
  ['text that is no text', { text: { a: 1 } }, { kind: 'text', text: '' }],
])('%s', (_, activity, message) => {
  expect(readActivity({ type: 'message', ...activity }, 'directline')).toMatchObject(message);
});

test.each(['conversationUpdate', 'event', 'typing', 'invoke', 'installationUpdate', 'Message', 7, undefined])(
  'type %p says nothing',
  (type) => {
    expect(readActivity({ type, text: 'hello' }, 'directline')).toBeNull();
  },
);

test.each([
  ['sms', 'sms'],
  ['twilio', 'sms'],
  ['msteams', 'msteams'],
  ['directline', 'web'],
  ['slack', 'web'],
  ['', 'web'],
])('channel id "%s" is the channel %s', (channelId, channel) => {
  expect(readActivity({ type: 'message', text: 'hi' }, channelId)?.channel).toBe(channel);
});

test.each([
  ['es', 'es'],
  ['es-MX', 'es'],
  ['ES_us', 'es'],
  ['en-US', 'en'],
  ['est', undefined],
  ['fr', undefined],
  [5, undefined],
])('locale %p is the language %p', (locale, language) => {
  expect(readActivity({ type: 'message', text: 'hi', locale }, 'web')?.language).toBe(language);
});

test('text is cut after 20,000 characters and choices after 20', () => {
  expect(readActivity({ type: 'message', text: 'x'.repeat(25_000) }, 'web')?.text).toHaveLength(20_000);
  const choices = Array.from({ length: 50 }, (_, index) => `a:${index}`);
  expect(readActivity({ type: 'message', value: { guide: { choices } } }, 'web')?.choices).toHaveLength(20);
});

test('no JSON makes it throw', () => {
  const activity = fc.record(
    {
      type: fc.constantFrom('message', 'event'),
      text: fc.jsonValue(),
      value: fc.oneof(fc.jsonValue(), fc.record({ guide: fc.oneof(fc.jsonValue(), fc.record({ choices: fc.jsonValue() })) })),
      attachments: fc.oneof(fc.jsonValue(), fc.array(fc.record({ contentType: fc.jsonValue() }))),
      locale: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), activity), fc.string(), (json, channelId) => {
      const message = readActivity(json, channelId);
      if (message === null) return;
      expect(message.choices.every((id) => typeof id === 'string' && id !== '')).toBe(true);
      expect(message.kind === 'choice').toBe(message.choices.length > 0);
    }),
  );
});
