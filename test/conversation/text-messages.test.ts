import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Message } from '../../src/conversation/message';
import { respond, type Turn } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
import { realContent } from '../support/real-content';

const content = realContent();
const line = z.strictObject({ text: z.string(), lang: z.enum(['en', 'es']), meant: z.enum(['opt-out', 'automatic', 'person']) });
const lines = readFileSync(join(__dirname, '..', 'evaluation', 'text-messages.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((text) => line.parse(JSON.parse(text)));

function text(session: Session | null, words: string, carrier?: Message['carrier']): Turn {
  return respond(content, session, { kind: 'text', text: words, choices: [], channel: 'sms', ...(carrier && { carrier }) }, 0);
}
const ids = ({ replies }: Turn) => replies.map(({ id }) => id);
const greeted = text(null, 'hi').session;
const started = text(greeted, '1').session;

/** Says several things one after the other; gives the ids of each answer. */
function talk(session: Session, ...words: readonly string[]): string[][] {
  let now = session;
  return words.map((word) => {
    const turn = text(now, word);
    now = turn.session;
    return ids(turn);
  });
}

describe('text messages of an author whose phrases nobody learned from', () => {
  const share = (meant: string, is: (turn: Turn) => boolean) => {
    const some = lines.filter((one) => one.meant === meant).map((one) => text(greeted, one.text));
    return (100 * some.filter(is).length) / some.length;
  };
  // A message with danger in it is answered as danger, whatever else it asks for.
  const isHeard = ({ session, outcome }: Turn) => session.optedOut || outcome.tier === 'emergency';

  it('end the texts where that is asked for, or hear which word does', () => {
    // Measured 79, 90, 1 and 90; a training of other phrases moves them by a point or two.
    expect(share('opt-out', isHeard)).toBeGreaterThanOrEqual(76);
    expect(share('opt-out', (turn) => isHeard(turn) || ids(turn).includes('stop-hint'))).toBeGreaterThanOrEqual(87);
    expect(share('person', ({ session }) => session.optedOut)).toBeLessThanOrEqual(3);
  });

  it('are answered once and then passed over in silence where a machine sent them', () => {
    const again = (turn: Turn, one: string) => text(turn.session, one);
    const machines = lines.filter(({ meant }) => meant === 'automatic').map((one) => again(text(greeted, one.text), one.text));
    expect((100 * machines.filter(({ replies }) => replies.length === 0).length) / machines.length).toBeGreaterThanOrEqual(85);
    expect(share('person', ({ replies, session }) => replies.length === 0 && !session.optedOut)).toBe(0);
    expect(share('automatic', ({ outcome }) => outcome.tier === 'emergency')).toBeLessThanOrEqual(2);
  });
});

describe('an opt-out', () => {
  it.each([
    ...[
      'STOP',
      'stop.',
      'StopAll',
      'Stop all',
      'UNSUBSCRIBE',
      'cancel',
      'End',
      '"quit"',
      'REVOKE',
      'OptOut',
      'opt-out',
      'PARAR',
      'alto',
      'baja',
    ],
    ...['stop please', 'STOP STOP STOP', 'please stop texting me', 'do not text me', 'por favor ya no me manden mensajes'],
  ])('is "%s"', (words) => {
    const turn = text(started, words);
    expect([ids(turn), turn.outcome.kind, turn.session.optedOut]).toEqual([['cmd-stop-confirm'], 'opt-out', true]);
    expect(turn.replies[0]?.text).toMatch(/911.*988.*START/);
  });

  it.each([
    ...[
      'I want to quit heroin',
      'i want to stop heroin',
      'how do i stop',
      'stop using',
      'help me stop',
      'when does it end',
      'quiero parar',
    ],
    ...['can i cancel my answers', 'i quit once before', 'yes', 'info about detox', 'the end of the month'],
  ])('is not "%s"', (words) => {
    const turn = text(started, words);
    expect(turn.session.optedOut).toBe(false);
    expect(turn.replies.length).toBeGreaterThan(0);
  });

  it.each([
    ...['please stop me', 'end me', 'please end this', 'quit now', 'stop her', 'What should I do? Quit?', 'Stop. I want to stop using'],
    ...['please stop him from dying', 'please stop my son', 'please dont stop texting me', 'please make it stop', 'i need this to stop'],
    ...['how do i make this stop', 'please stop the cravings', 'get me off this stuff', 'i want off this', 'no more', 'no more pain'],
    ...['dont leave me', 'cut me off', 'remove me from the waiting list', "she's not interested", 'stop asking me these questions'],
    ...[
      'please use this number',
      'alto. ayuda',
      'quiero parar. ya. parar',
      'ya no quiero esto',
      'sacame de esto',
      'no me interesa',
      'no mas',
    ],
    ...['leave me alone', 'no dejen de escribirme por favor', 'unsubscribe me from this life'].slice(0, 2),
  ])('is not a cry for help: "%s" is answered at every question, also while a danger stop holds', (words) => {
    const questions = Object.keys(content.data.questions).map((question) => ({ kind: 'question', question, back: false }) as const);
    for (const place of [{ kind: 'opening' } as const, ...questions]) {
      const turn = text({ ...started, place }, words);
      expect([turn.session.optedOut, turn.replies.length > 0]).toEqual([false, true]);
    }
    const held = text(started, 'my son is not breathing').session;
    expect(ids(text(held, words))).toEqual(expect.arrayContaining(['stop-overdose-1']));
  });

  it('that is not sure is answered as anything else, and with the word that ends the texts', () => {
    expect(ids(text(greeted, 'take me off now')).at(0)).toBe('stop-hint');
    expect(ids(text(greeted, 'take me off now')).length).toBeGreaterThan(1);
  });

  it('is not what answers the open question', () => {
    const asked = (question: string) => ({ ...started, place: { kind: 'question', question, back: false } as const });
    for (const words of ['not interested', 'no thanks im not interested', 'no more meetings for me'])
      expect(text(asked('meetings'), words).session).toMatchObject({ optedOut: false, answers: { meetings: ['no'] } });
  });

  it.each([
    ['I want to end it', 'suicide'],
    ['stop texting me i took all my pills to die', 'overdose'],
    ['make it stop i want to die', 'suicide'],
    ['end my life', 'suicide'],
  ])('does not hide danger: "%s"', (words, category) => {
    expect(text(started, words).outcome).toMatchObject({ tier: 'emergency', category: expect.stringMatching(`${category}|overdose`) });
  });

  it('is followed by silence, but danger is answered, without a question', () => {
    const { session } = text(started, 'STOP');
    expect(talk(session, 'hello?', '1', 'HELP', 'STOP', 'how long is detox')).toEqual([[], [], [], [], []]);
    const danger = text(session, 'my son is not breathing');
    expect(danger.outcome.tier).toBe('emergency');
    expect(danger.replies.every(({ kind, choices }) => kind === 'crisis' && choices === undefined)).toBe(true);
    expect(talk(danger.session, 'hello')).toEqual([[]]);
  });

  it('lets everything be deleted, silently, and stays', () => {
    const { session } = text(started, 'STOP');
    const gone = text(session, 'delete my data');
    expect([ids(gone), gone.outcome.forget, gone.session.optedOut]).toEqual([[], true, true]);
  });

  it('ends with START after words on violence too, where START is also the word of a hotline', () => {
    const { session } = text(text(started, 'my husband beats me and i am scared of him').session, 'STOP');
    expect(ids(text(session, 'START'))).toEqual(['cmd-start-again']);
  });

  it('ends with START, also where the conversation is long gone: the person hears who this is', () => {
    const { session } = text(started, 'STOP');
    const back = text({ ...session, greeted: false, answers: {}, place: { kind: 'opening' } }, 'Start');
    expect(ids(back)).toEqual(['cmd-start-again']);
    expect(back.replies[0]?.text).toMatch(/Recovery Center.*automated.*911.*988.*STOP/);
    expect(talk(back.session, '1')).toEqual([['question:who']]);
  });

  it.each(['UNSTOP', 'empezar', 'START'])('ends with "%s"', (words) => {
    expect(text(text(started, 'STOP').session, words).session.optedOut).toBe(false);
  });
});

describe('a word that the carrier took for its own', () => {
  it('changes what it has to, and is not answered a second time', () => {
    const out = text(started, 'NO MORE', 'opt-out');
    expect([ids(out), out.session.optedOut]).toEqual([[], true]);
    const back = text(out.session, 'BACK', 'opt-in');
    expect([ids(back), back.session.optedOut]).toEqual([[], false]);
    expect(ids(text(back.session, 'HELP', 'help'))).toEqual([]);
    expect(talk(back.session, '1')).toEqual([['question:who']]);
  });

  it('is answered where it opts nobody in: "yes" is an answer, and START the word of a hotline', () => {
    expect(ids(text(started, 'START', 'opt-in'))).toEqual(['question:who']);
    const violence = text(started, 'my husband beats me and i am scared of him').session;
    expect(ids(text(violence, 'START', 'opt-in'))).toEqual(['start-after-danger']);
  });

  it('leaves the greeting to the next message where it was the first', () => {
    const first = text(null, 'HELP', 'help');
    expect(ids(first)).toEqual([]);
    expect(ids(text(first.session, 'hi'))).toEqual(['greeting-sms', 'language-offer']);
  });

  it('is answered where it is danger all the same', () => {
    for (const carrier of ['opt-out', 'opt-in', 'help'] as const)
      expect(text(started, 'help he is not breathing', carrier)).toMatchObject({ outcome: { tier: 'emergency' }, replies: [{}, {}, {}] });
  });
});

describe('a photo that opens a conversation', () => {
  it('is told who this is, and how to end the texts', () => {
    const turn = respond(content, null, { kind: 'media', text: '', choices: [], channel: 'sms' }, 0);
    expect(ids(turn)).toEqual(['greeting-sms', 'language-offer', 'media']);
  });
});

describe('a loop between two machines', () => {
  it('is ended by silence when the same words would be said the fifth time, and anything else is answered again', () => {
    const answers = talk(started, ...Array.from({ length: 7 }, () => 'zxqv bnmt'), '1');
    expect(answers.map((one) => one.length > 0)).toEqual([true, true, true, true, true, false, false, true]);
    expect(answers[7]).toEqual(['question:safety']);
  });

  it('is not seen in numbers and commands that are said again and again', () => {
    expect(talk(started, ...Array.from({ length: 12 }, () => 'HELP')).every((one) => one.length > 0)).toBe(true);
    expect(talk(started, ...Array.from({ length: 6 }, () => ['1', 'back']).flat()).every((one) => one.length > 0)).toBe(true);
  });

  it('never silences danger', () => {
    expect(talk(started, ...Array.from({ length: 30 }, () => 'he is not breathing')).every((one) => one.length > 0)).toBe(true);
    const held = text(started, 'he is not breathing').session;
    const answers = talk(held, ...Array.from({ length: 14 }, () => 'i am scared'), 'he is blue now');
    expect(answers.slice(0, 10).every((one) => one.length > 0)).toBe(true);
    expect(answers.slice(10, 14)).toEqual([[], [], [], []]);
    expect(answers[14]?.length).toBeGreaterThan(0);
  });

  it('is only looked for in text messages', () => {
    let session: Session | null = null;
    for (let times = 0; times < 12; times += 1) {
      const turn = respond(content, session, { kind: 'text', text: 'zxqv bnmt', choices: [], channel: 'web' }, 0);
      session = turn.session;
      expect(turn.replies.length).toBeGreaterThan(0);
    }
  });
});
