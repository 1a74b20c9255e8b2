import { ask } from '../../src/cli/ask';
import { FakeGuide } from './fake-guide';
import { run } from './run';

async function askLines(lines: Iterable<string> | AsyncIterable<string>, guide = new FakeGuide()) {
  const { code, output } = await run((input, out) => ask(['--jsonl'], input, out, () => guide), lines);
  return {
    code,
    guide,
    answers: output
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

describe('JSON lines', () => {
  test('one line is answered with one line of the contract', async () => {
    const { code, answers } = await askLines(['{"id":"1","text":"hello","extra":1}\n']);
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: '1',
        kind: 'answer',
        tier: null,
        category: null,
        topic: 'echo',
        topics: [{ id: 'echo', score: 0.5 }],
        choice: null,
        replies: ['echo'],
        text: 'Heard: hello.',
        ms: expect.any(Number),
      },
    ]);
  });

  test('the text is what the channel would show', async () => {
    const { answers } = await askLines(['{"id":1,"text":"¿así?","channel":"sms"}']);
    expect(answers[0].text).toBe('Heard: ¿asi?.\n1. Apple\n2. Bear');
  });

  test.each([
    ['not JSON', '{"id":"1"', null, /not JSON/],
    ['blank', '', null, /not JSON/],
    ['no object', '[1]', null, /object/],
    ['without text', '{"id":"a"}', 'a', /text/],
    ['without id', '{"text":"a"}', null, /id/],
    ['an unknown language', '{"id":7,"text":"a","lang":"fr"}', 7, /lang/],
    ['an unknown channel', '{"id":7,"text":"a","channel":"fax"}', 7, /channel/],
    ['an unknown question', '{"id":7,"text":"a","question":"x"}', 7, /no question "x"/],
    ['a line the guide fails at', '{"id":7,"text":"boom"}', 7, /it broke/],
  ])('a bad line (%s) is named, and the run goes on and exits with 1', async (_, line, id, error) => {
    const { code, answers } = await askLines([`${line}\n{"id":"2","text":"next"}\n`]);
    expect(code).toBe(1);
    expect(answers).toEqual([{ id, error: expect.stringMatching(error) }, expect.objectContaining({ id: '2', kind: 'answer' })]);
  });

  test('a line is a fresh visitor after the greeting', async () => {
    const { guide } = await askLines(['{"id":"1","text":"a"}\n{"id":"2","text":"b","lang":"es"}\n']);
    expect(guide.turns.map(({ message }) => message.kind)).toEqual(['start', 'text', 'start', 'text']);
    expect(guide.turns[1]?.session).toMatchObject({ greeted: true, language: 'en', languageChosen: false, place: { kind: 'opening' } });
    expect(guide.turns[3]?.session).toMatchObject({ greeted: true, language: 'es', languageChosen: true });
  });

  test('with a question the visitor stands there, and has said who it is about', async () => {
    const { guide } = await askLines(['{"id":"1","text":"a","question":"last-use"}\n{"id":"2","text":"b","question":"who"}\n']);
    expect(guide.turns[1]?.session).toMatchObject({ place: { kind: 'question', question: 'last-use' }, answers: { who: ['me'] } });
    expect(guide.turns[3]?.session).toMatchObject({ place: { kind: 'question', question: 'who' }, answers: {} });
  });

  test('10,000 lines stay in order and are read no faster than they are answered', async () => {
    let read = 0;
    const guide = new FakeGuide();
    let ahead = 0;
    const source = async function* () {
      for (; read < 10_000; read += 1) {
        yield `{"id":${read},"text":"a"}\n`;
        ahead = Math.max(ahead, read - guide.turns.length / 2);
      }
    };
    const { code, answers } = await askLines(source(), guide);
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 10_000 }, (_, index) => index));
    expect(ahead).toBeLessThan(200);
  });
});

describe('one message', () => {
  test('is shown for people', async () => {
    const { code, output } = await run((input, out) => ask(['how', 'long'], input, out, () => new FakeGuide()));
    expect(code).toBe(0);
    expect(output).toMatch(
      /^kind: {4}answer\ntopic: {3}echo\ntopics: {2}echo 0\.50\nreplies: echo\nms: {6}\d+\.\d\n\nHeard: how long\.\n$/,
    );
  });

  test.each([
    [[], /no message/],
    [['--lang', 'fr', 'a'], /--lang is en or es/],
    [['--channel', 'fax', 'a'], /--channel is web, sms or msteams/],
    [['--question', 'x', 'a'], /no question "x"/],
    [['--nonsense'], /--nonsense/],
    [['--jsonl', 'a'], /not "a"/],
    [['--jsonl', '--lang', 'es'], /not "es"/],
  ])('%p is refused', async (args, message) => {
    await expect(run((input, out) => ask(args, input, out, () => new FakeGuide()))).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(message),
    });
  });
});
