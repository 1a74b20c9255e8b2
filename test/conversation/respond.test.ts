import fc from 'fast-check';
import type { Content } from '../../src/content/content';
import { respond, type Turn } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
import { matchExactly } from '../../src/dialogs/match-choice';
import { words } from '../../src/language/words';
import { realContent } from '../support/real-content';
import { anyText, now, type Place, say, type Walk, walks, walkTo } from './random-walk';

const content = realContent();

/** Plain words for danger, of every kind and in both languages. */
const dangers = [
  'my friend overdosed and wont wake up',
  'she is not breathing',
  'his lips are blue',
  'i think he is overdosing',
  'he took too much and i cant wake him up',
  'i want to kill myself',
  'i am going to kill myself tonight',
  'i am going to cut myself',
  'my chest hurts and i cant breathe',
  'she is having a seizure',
  'my husband is hitting me right now',
  'he has a gun and says he will shoot me',
  'mi hermano tomó demasiado y no despierta',
  'no respira y está azul',
  'creo que tiene una sobredosis',
  'me quiero matar',
  'ya no quiero vivir',
  'tengo dolor de pecho y no puedo respirar',
  'está convulsionando',
  'mi esposo me está golpeando',
];

/** Long enough to be found again, and nothing that the guide says by itself. */
const privateWords = [
  'my name is John Q. Public and I live at 12 Elm Street',
  'call my sister Maricela at 865-555-0177 please',
  'me llamo Fulano de Tal y nací el 3 de mayo de 1990',
];

/** A session as a store keeps it and gives it back. */
function stored(session: Session): Session {
  return JSON.parse(JSON.stringify(session)) as Session;
}

function askedTwice({ replies }: Turn): boolean {
  return replies.filter(({ choices }) => choices !== undefined).length > 1;
}

/** Whether these words, as a whole, are one of the answers to the open question. */
function isAnswer({ session: { place, aside } }: Place, text: string): boolean {
  const question = place.kind === 'question' && aside === null ? content.data.questions[place.question] : undefined;
  return question !== undefined && matchExactly(question, words(text)).kind !== 'none';
}

describe('respond, wherever a conversation has come to', () => {
  test('answers any string, keeps plain JSON and offers choices once', () => {
    fc.assert(
      fc.property(walks, anyText, (walk, text) => {
        const place = walkTo(content, walk, (turn) => expect(askedTwice(turn)).toBe(false));
        const turn = say(content, place, text);
        expect(askedTwice(turn)).toBe(false);
        expect(stored(turn.session)).toEqual(turn.session);
        expect(turn.session.greeted).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('gives the same turn for the same message, also when the session comes from a store', () => {
    fc.assert(
      fc.property(walks, anyText, (walk, text) => {
        const place = walkTo(content, walk);
        const turn = say(content, place, text);
        expect(say(content, place, text)).toEqual(turn);
        expect(say(content, { ...place, session: stored(place.session) }, text)).toEqual(turn);
      }),
      { numRuns: 150 },
    );
  });

  test('remembers nothing that was typed', () => {
    const typed = fc.oneof(
      fc.constantFrom(...privateWords),
      fc.string({ unit: 'grapheme', minLength: 13, maxLength: 80 }).filter((text) => text.trim().length > 12),
    );
    fc.assert(
      fc.property(walks, typed, (walk, text) => {
        const kept = JSON.stringify(say(content, walkTo(content, walk), text).session);
        expect(kept).not.toContain(text);
        expect(kept).not.toContain(JSON.stringify(text).slice(1, -1));
      }),
      { numRuns: 150 },
    );
  });

  test('takes buttons that nobody was offered', () => {
    const known = [
      'change:who',
      'stop:nothing',
      'topic:',
      'command:sources',
      'health:none',
      'health:pregnant',
      'who:under-18',
      'command:more',
    ];
    const ids = fc.array(fc.oneof(fc.string(), fc.constantFrom(...known)), { maxLength: 4 });
    fc.assert(
      fc.property(walks, ids, (walk, choices) => {
        const { session, open } = walkTo(content, walk);
        const turn = respond(content, session, { ...open, kind: 'choice', text: '', choices }, now);
        expect(askedTwice(turn)).toBe(false);
        expect(stored(turn.session)).toEqual(turn.session);
      }),
      { numRuns: 100 },
    );
  });

  // Names that every JavaScript object has: `record[word]` finds something that no content file holds, and the turn throws.
  test('takes "constructor" for a word like any other', () => {
    expect(say(content, walkTo(content, { channel: 'web', language: 'en', picks: [] }), 'constructor').replies).not.toEqual([]);
  });

  test.each(['topic:constructor', 'stop:constructor', 'change:constructor', 'constructor:name', '__proto__:x'])(
    'takes the button "%s" for one that it does not know',
    (id) => {
      const { session, open } = walkTo(content, { channel: 'web', language: 'en', picks: [] });
      expect(respond(content, session, { ...open, kind: 'choice', text: '', choices: [id] }, now).replies).not.toEqual([]);
    },
  );
});

describe('danger, wherever it is typed', () => {
  test.each(dangers)('"%s" is answered as an emergency, in the middle of anything', (danger) => {
    fc.assert(
      fc.property(walks, (walk) => {
        const place = walkTo(content, walk);
        const { outcome, replies } = say(content, place, danger);
        if (outcome.tier !== 'emergency') expect(isAnswer(place, danger)).toBe(true);
        else expect(replies.map(({ text }) => text).join(' ')).toMatch(/911|988/);
      }),
      { numRuns: 30 },
    );
  });

  test.each(dangers)('"%s" is answered as an emergency after STOP', (danger) => {
    const place = walkTo(content, { channel: 'sms', language: 'en', picks: [] });
    const { session } = say(content, place, 'STOP');
    const { outcome } = say(content, { ...place, session }, danger);
    expect(session.optedOut).toBe(true);
    expect(outcome.tier).toBe('emergency');
  });
});

/** The content without one question: the one before it leads to the one after it. */
function withoutQuestion(id: string): Content {
  const { [id]: gone, ...rest } = content.data.questions;
  const questions = Object.fromEntries(
    Object.entries(rest).map(([one, question]) => [one, question.next === id && gone ? { ...question, next: gone.next } : question]),
  );
  return { ...content, data: { ...content.data, hash: `without ${id}`, questions } };
}

/** The content without one choice of a question. */
function withoutChoice(id: string, choice: string): Content {
  const question = content.data.questions[id];
  if (question === undefined) throw new Error(`no question "${id}"`);
  const { [choice]: _gone, ...choices } = question.choices;
  const questions = { ...content.data.questions, [id]: { ...question, choices } };
  return { ...content, data: { ...content.data, hash: `without ${id}:${choice}`, questions } };
}

/** Goes on with other content: opened again, and asked something. */
function goOn(changed: Content, walk: Walk): { readonly before: Session; readonly turns: readonly Turn[] } {
  const { session, open } = walkTo(content, walk);
  const again = respond(changed, session, { ...open, kind: 'start', text: '', choices: [] }, now);
  return { before: session, turns: [again, respond(changed, session, { ...open, kind: 'text', text: 'zxcv qwrt', choices: [] }, now)] };
}

describe('a session of older content', () => {
  const questions = Object.keys(content.data.questions).filter((id) => id !== 'who');
  const choices = questions.flatMap((id) => Object.keys(content.data.questions[id]?.choices ?? {}).map((choice) => [id, choice] as const));
  const longWalks = fc.record({
    channel: fc.constant('web' as const),
    language: fc.constantFrom('en' as const, 'es' as const),
    picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 16 }),
  });

  function expectKept(before: Session, turns: readonly Turn[], isGone: (id: string, choices: readonly string[]) => boolean): void {
    const kept = Object.fromEntries(Object.entries(before.answers).filter(([id, some]) => !isGone(id, some)));
    for (const { session, replies } of turns) {
      expect(session.answers).toEqual(kept);
      expect(replies.map(({ kind }) => kind)).not.toContain('greeting');
    }
  }

  test('loses the answer to a question that is gone, and nothing else', () => {
    fc.assert(
      fc.property(longWalks, fc.constantFrom(...questions), (walk, gone) => {
        const changed = withoutQuestion(gone);
        const { before, turns } = goOn(changed, walk);
        expectKept(before, turns, (id) => id === gone);
        for (const { session } of turns) if (session.place.kind === 'question') expect(session.place.question).not.toBe(gone);
      }),
      { numRuns: 100 },
    );
  });

  test('loses the answer whose choice is gone, and nothing else', () => {
    fc.assert(
      fc.property(longWalks, fc.constantFrom(...choices), (walk, [question, choice]) => {
        const { before, turns } = goOn(withoutChoice(question, choice), walk);
        expectKept(before, turns, (id, some) => id === question && some.includes(choice));
      }),
      { numRuns: 100 },
    );
  });
});
