import type { Activity } from 'botframework-schema';
import { GuidanceAdapter } from '../../src/bot/adapter';
import { createSender } from '../../src/bot/create-sender';
import { GuidanceBot } from '../../src/bot/guidance-bot';
import type { TakeTurn } from '../../src/turn/turn';
import { attachBot } from '../fakes/attach-bot';
import { FakeConnector } from '../fakes/fake-connector';
import { TestServer } from '../fakes/test-server';
import { until } from '../support/until';

const typingAfter = 50;
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe('a turn that takes long', () => {
  let server: TestServer;
  let connector: FakeConnector;
  let bot: GuidanceBot;
  let adapter: GuidanceAdapter;
  /** What a turn waits for before it begins. */
  let wait: () => Promise<unknown>;

  beforeEach(async () => {
    wait = () => Promise.resolve();
    connector = await FakeConnector.start();
    server = await TestServer.start();
    adapter = new GuidanceAdapter(null, server.turns.log);
    bot = new GuidanceBot(takeTurn, false, typingAfter);
    server.outbox.start(createSender(adapter, ''));
  });
  afterEach(async () => {
    await server.stop();
    await connector.stop();
  });

  const takeTurn: TakeTurn = async (request) => {
    await wait();
    return server.server.takeTurn(request);
  };
  const untilTyping = () => {
    const before = connector.sent.length;
    return until(() => connector.sent.length > before, 'typing');
  };
  const activity = (more: object) => ({
    type: 'message',
    id: `id-${Math.random()}`,
    text: 'hi',
    channelId: 'msteams',
    serviceUrl: connector.url,
    from: { id: 'person' },
    recipient: { id: 'bot' },
    conversation: { id: 'c' },
    ...more,
  });
  const receive = (more: object = {}) => adapter.receive('', activity(more) as Activity, (context) => bot.run(context));
  /** What was sent, once nothing more is to come. */
  const sent = async () => {
    await server.outbox.stop();
    await pause(2 * typingAfter);
    return connector.sent.map(({ type, text }) => text ?? type);
  };

  it('is shown once, and before its reply', async () => {
    wait = async () => {
      await untilTyping();
      await pause(4 * typingAfter);
    };
    await receive();
    expect(await sent()).toEqual(['typing', '1: hi']);
    expect(connector.sent[0]).toMatchObject({ type: 'typing', conversation: { id: 'c' } });
  });

  it('is shown for a tap as for words', async () => {
    wait = untilTyping;
    const value = { action: { type: 'Action.Execute', data: { guide: { choices: ['start:yes'] } } }, trigger: 'manual' };
    await receive({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value });
    await connector.until(2);
    await receive({ text: undefined, value: { guide: { choices: ['start:no'] } } });
    expect(await sent()).toEqual(['typing', '1: start:yes', 'typing', '2: start:no']);
  });

  it('is not shown where it is over sooner', async () => {
    // Long enough for a computer that is busy with other things.
    bot = new GuidanceBot(takeTurn, false, 10 * typingAfter);
    for (let turns = 0; turns < 3; turns += 1) await receive();
    await pause(10 * typingAfter);
    expect(await sent()).toEqual(['1: hi', '2: hi', '3: hi']);
  });

  it.each<readonly [name: string, activity: object, sent: readonly unknown[]]>([
    ['the channel waits for the replies itself', { deliveryMode: 'expectReplies' }, []],
    ['it is a text message', { channelId: 'sms' }, ['1: hi']],
    ['words were changed, which may bring no reply', { type: 'messageUpdate', timestamp: '2026-12-01T15:00:00.000Z' }, []],
    ['nobody has said anything', { type: 'installationUpdate', action: 'add', text: undefined }, ['Hello']],
  ])('is not shown where %s', async (_name, more, expected) => {
    wait = () => pause(4 * typingAfter);
    await receive(more);
    expect(await sent()).toEqual(expected);
  });

  it.each([403, 500, 'silence'] as const)('has its reply at once where that cannot be shown (%s)', async (trouble) => {
    connector.failure = trouble;
    wait = async () => {
      await connector.untilRefused(1);
      connector.failure = null;
    };
    await receive();
    await connector.until(1);
    expect(server.turns.log.lines.map(({ event }) => event)).toEqual(['turn']);
    // botbuilder would try again by itself where the channel was in trouble.
    if (trouble === 500) await pause(1200);
    expect(connector.texts).toEqual(['1: hi']);
  });

  it('fails like any other, and is not shown after that', async () => {
    wait = async () => {
      await untilTyping();
      throw new Error('it failed');
    };
    await expect(receive()).rejects.toThrow('it failed');
    expect(await sent()).toEqual(['typing']);
  });
});

test('one and a half seconds are long', async () => {
  const server = await TestServer.start();
  const connector = await attachBot(server);
  const { store } = server.turns;
  const load = store.load.bind(store);
  store.load = async (...keys) => {
    await until(() => connector.sent.length > 0, 'typing');
    return load(...keys);
  };
  const began = performance.now();
  const activity = { type: 'message', text: 'hi', channelId: 'msteams', serviceUrl: connector.url, conversation: { id: 'c' } };
  await server.call('POST', '/api/messages', undefined, { ...activity, recipient: { id: 'bot' }, from: { id: 'person' } });
  expect(performance.now() - began).toBeGreaterThanOrEqual(1500);
  await connector.until(2);
  expect(connector.sent.map(({ type, text }) => text ?? type)).toEqual(['typing', '1: hi']);
  await server.stop();
  await connector.stop();
});
