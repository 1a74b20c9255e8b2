import fc from 'fast-check';
import { respond, type Turn } from '../../src/conversation/respond';
import { languages } from '../../src/language/language';
import { realContent } from '../support/real-content';
import { anyText, now, type Place, say, walks, walkTo } from './random-walk';

const content = realContent();
const walkPicks = [[], [0], [1, 2, 3], [5, 1, 9, 13, 2], [17, 4, 21, 6, 2, 10]];
const places = walkPicks.flatMap((picks) =>
  (['msteams', 'web', 'sms'] as const).map((channel) => walkTo(content, { channel, language: 'en', picks })),
);

function edit({ session, open }: Place, text: string): Turn {
  return respond(content, session, { ...open, kind: 'edit', text, choices: [] }, now);
}

describe('words that a person changed afterwards', () => {
  test.each([
    'my friend overdosed and wont wake up',
    '<at>Guide</at> she is not breathing',
    'i want to kill myself',
    'my husband is hitting me right now',
    'mi hermano tomó demasiado y no despierta',
    'me quiero matar',
  ])('are stopped for when they tell danger: %s', (text) => {
    for (const place of places) {
      const { outcome, replies } = edit(place, text);
      expect(outcome.tier).toBe('emergency');
      expect(replies.map((reply) => reply.text).join('\n')).toMatch(/911|988/);
    }
  });

  test('get the answer that danger gets when it is typed', () => {
    for (const place of places)
      for (const text of ['she is not breathing', 'i want to kill myself']) expect(edit(place, text)).toEqual(say(content, place, text));
  });

  test('are stopped for when they are the words of a button that stops', () => {
    const labels = Object.values(content.data.questions).flatMap(({ choices }) =>
      Object.values(choices).flatMap(({ stop, label }) => (stop === undefined ? [] : languages.map((language) => label[language]))),
    );
    expect(labels.length).toBeGreaterThan(4);
    for (const place of places) for (const label of labels) expect([label, edit(place, label).outcome.tier]).toEqual([label, 'emergency']);
  });

  test('are answered by the soft line alone when they may tell danger', () => {
    for (const text of ['he overdosed last year', 'i think of death a lot', 'suboxone made me really sick']) {
      const place = places[0] as Place;
      expect(say(content, place, text).outcome.tier).toBe('check');
      const { outcome, replies, session } = edit(place, text);
      expect(outcome).toMatchObject({ kind: 'edit', tier: 'check' });
      expect(replies).toMatchObject([{ kind: 'crisis', tier: 'check', links: expect.any(Array) }]);
      expect(session).toEqual(place.session);
    }
  });

  test.each([
    'hi',
    '1',
    'yes',
    'no',
    'me',
    'STOP',
    'START',
    'HELP',
    'MORE',
    'delete my data',
    'yes delete',
    'how long does detox take',
    'español',
    '',
  ])('change nothing when they tell none: "%s"', (text) => {
    for (const place of places) expect(edit(place, text)).toMatchObject({ session: place.session, replies: [], outcome: { kind: 'edit' } });
  });

  test('never throw, and change nothing without a word', () => {
    fc.assert(
      fc.property(walks, anyText, (walk, text) => {
        const place = walkTo(content, walk);
        const { replies, session } = edit(place, text);
        if (replies.length === 0) expect(session).toEqual(place.session);
      }),
      { numRuns: 100 },
    );
  });
});
