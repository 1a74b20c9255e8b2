import { inspect } from 'node:util';
import type { Activity } from 'botframework-schema';
import { createPageRenderer, pickChannelTexts, renderAnswered } from '../../src/channels';
import { answeredQuestion } from '../../src/conversation/answered-question';
import { respond } from '../../src/conversation/respond';
import { lastResort } from '../../src/safety/last-resort';
import { attachBot } from '../fakes/attach-bot';
import type { FakeConnector } from '../fakes/fake-connector';
import { KeepingStore } from '../fakes/keeping-store';
import { TeamsPerson, teamsIds } from '../fakes/teams-person';
import { TestServer } from '../fakes/test-server';
import { TwilioPhone, twilioSettings } from '../fakes/twilio-phone';
import { until } from '../support/until';
import { contentFor } from './content-for';
import { type Played, play } from './play-transcript';
import { type PlayedOn, readTranscripts, type Transcript } from './transcript';

const transcripts = readTranscripts();
/** A server has one clock and one center: transcripts that share them share it. */
const groups = [...new Map(transcripts.map((one) => [JSON.stringify([one.now, one.hours]), one])).values()].map(({ now, hours }) => ({
  name: `at ${now}, the center ${hours === undefined ? 'without hours' : `open from ${hours.join(' to ')}`}`,
  now: Date.parse(now),
  content: contentFor({ hours }),
  members: transcripts.filter((one) => JSON.stringify([one.now, one.hours]) === JSON.stringify([now, hours])),
}));

/** By text nobody is greeted who has not written. */
function byText(transcript: Transcript): Transcript {
  const hello = { say: transcript.lang === 'es' ? 'hola' : 'hi' };
  return transcript.opens === 'person' ? transcript : { ...transcript, opens: 'person', turns: [hello, ...transcript.turns] };
}

const phoneOf = (number: number) => `+1865555${String(number).padStart(4, '0')}`;
const phones = /865\W?555\W?\d{4}/;
const chatOf = (number: number) => `a:chat-${number}`;

/** What Teams says of a person, beside the chat. */
const secrets = Object.values(teamsIds);

/** What a person gets to see of an activity. */
function seen({ type, text, textFormat, locale, summary, attachments, suggestedActions }: Partial<Activity>): object {
  return JSON.parse(JSON.stringify({ type, text, textFormat, locale, summary, attachments, suggestedActions }));
}

/** The wording of a choice where it was offered last. */
function labelOf(steps: readonly Played[], id: string | undefined): string {
  const offered = steps.flatMap(({ turn }) => turn.replies.flatMap(({ choices = [], commands = [] }) => [...choices, ...commands]));
  return offered.findLast((choice) => choice.id === id)?.label ?? '';
}

/** A transcript as it went over HTTP, turn by turn, and as `respond` and the renderer have it. */
interface Account {
  readonly expected: unknown;
  /** To be asked when nothing is under way any more. */
  readonly arrived: () => unknown;
  /** What was typed. */
  readonly said: readonly string[];
  /** What takes the place of the cards that were answered. */
  readonly answered: readonly object[];
}

describe.each(groups)('golden conversations over HTTP, $name', ({ now, content, members }) => {
  const render = createPageRenderer(pickChannelTexts(content.data.texts));
  const store = new KeepingStore(() => now);
  const accounts = new Map<string, PromiseSettledResult<Account>>();
  let server: TestServer;
  let connector: FakeConnector;

  const rendered = ({ turn: { replies, session, outcome } }: Played, channel: string) =>
    render(replies, { channel, language: session.language, page: outcome.page });

  async function text(transcript: Transcript, number: number): Promise<Account> {
    const phone = new TwilioPhone(server, phoneOf(number));
    const steps = play(content, byText(transcript), 'sms');
    const arrived: (readonly string[])[] = [];
    for (const { message } of steps)
      arrived.push(
        (await phone.text(message.text, message.kind === 'media' ? { NumMedia: '1', MediaContentType0: 'image/jpeg' } : {})).messages,
      );
    const expected = steps.map((step) => rendered(step, 'twilio').map((activity) => activity.text));
    return { expected, arrived: () => arrived, said: steps.map(({ message }) => message.text), answered: [] };
  }

  async function chat(transcript: Transcript, number: number): Promise<Account> {
    const person = new TeamsPerson(server, connector, chatOf(number), transcript.lang === 'en' ? 'en-US' : 'es-MX');
    const steps = play(content, transcript, 'msteams');
    const expected = steps.map((step) => rendered(step, 'msteams').map(seen));
    for (const [index, { message }] of steps.entries()) {
      if (message.kind === 'start') await person.arrive();
      else if (message.kind === 'text') await person.say(message.text);
      else if (message.kind === 'media') await person.sendFile();
      else await person.tap(message.choices, labelOf(steps.slice(0, index), message.choices[0]));
      await person.untilReceived(expected.slice(0, index + 1).flat().length);
    }
    const answered = steps.flatMap(({ message }, index) => {
      const session = steps[index - 1]?.turn.session;
      const question = session === undefined ? null : answeredQuestion(content, session, message.choices);
      return session === undefined || question === null ? [] : [seen(renderAnswered(question, session.language))];
    });
    return {
      expected: expected.flat(),
      arrived: () => person.received.map(seen),
      said: steps.map(({ message }) => message.text),
      answered,
    };
  }

  beforeAll(async () => {
    server = await TestServer.start({ content, respond, render, lastResort, store, now: () => now }, twilioSettings);
    connector = await attachBot(server);
    // All at once, as people write.
    const running = members.flatMap((transcript, number) => [
      ...(transcript.channels.includes('sms') ? [[`${transcript.file} by text`, text(transcript, number)] as const] : []),
      ...(transcript.channels.includes('msteams') ? [[`${transcript.file} in Teams`, chat(transcript, number)] as const] : []),
    ]);
    const settled = await Promise.allSettled(running.map(([, account]) => account));
    for (const [index, [name]] of running.entries()) accounts.set(name, settled[index] as PromiseSettledResult<Account>);
    await server.outbox.stop();
  }, 60_000);
  afterAll(async () => {
    await Promise.all([server.stop(), connector.stop()]);
  });

  const ran = (key: string): Account => {
    const account = accounts.get(key);
    if (account?.status !== 'fulfilled') throw account?.reason;
    return account.value;
  };
  const playedOn = (channel: PlayedOn, way: string) =>
    members.filter(({ channels }) => channels.includes(channel)).map(({ file }) => `${file} ${way}`);

  it.each([...playedOn('sms', 'by text'), ...playedOn('msteams', 'in Teams')])('say the same as without: %s', (key) => {
    const { arrived, expected } = ran(key);
    expect(arrived()).toEqual(expected);
  });

  it('leave no button at a question that was answered by one', async () => {
    const expected = members.flatMap(({ file }, number) => {
      const key = `${file} in Teams`;
      return accounts.has(key) ? ran(key).answered.map((activity) => JSON.stringify([chatOf(number), activity])) : [];
    });
    // Nothing waits for what takes the place of cards: it may come in any order.
    await until(() => connector.updated.length >= expected.length);
    const updates = connector.updated.map(({ activity }) => JSON.stringify([activity.conversation?.id, seen(activity)]));
    expect(expected).not.toEqual([]);
    expect(updates.sort()).toEqual(expected.sort());
  });

  it('leave in the log one line a turn, and nobody’s words, number, name or account', () => {
    const { lines } = server.turns.log;
    const turns = [...accounts.keys()].flatMap((key) => ran(key).said.map(() => 'turn'));
    expect(lines.map(({ event }) => event)).toEqual(turns);
    const written = inspect(lines, { depth: null, maxArrayLength: null }).toLowerCase();
    const said = new Set([...accounts.keys()].flatMap((key) => ran(key).said.map((words) => words.toLowerCase())));
    // One word may be an id as well, such as "iop".
    const telling = [...said].filter((words) => words.includes(' '));
    expect([...telling, ...secrets].filter((words) => written.includes(words.toLowerCase()))).toEqual([]);
    expect(written).not.toMatch(phones);
    expect(written).not.toContain(chatOf(0).slice(0, -1));
  });

  it('leave in the store nobody’s number, name or account', () => {
    expect(store.kept.length).toBeGreaterThan(members.length);
    const written = JSON.stringify(
      store.kept.map(({ replies, ...more }) => ({ ...more, addresses: replies.map(({ address }) => address) })),
    );
    expect(written).toContain(connector.url);
    expect(secrets.filter((one) => written.includes(one))).toEqual([]);
    expect(written).not.toMatch(phones);
  });
});
