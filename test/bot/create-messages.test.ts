import { createMessages } from '../../src/bot/create-messages';
import type { MicrosoftApp } from '../../src/config';
import { FakeConnector } from '../fakes/fake-connector';
import { TestServer } from '../fakes/test-server';

const bot = { id: 'bot', name: 'Guide' };

describe('POST /api/messages', () => {
  let server: TestServer;
  let connector: FakeConnector;
  let printed: jest.SpyInstance[];
  let conversation = 0;

  const attach = (app: MicrosoftApp | null) => {
    const { takeTurn, messages } = server.server;
    const { render, lastResort, log } = server.turns;
    const { handle, send } = createMessages({
      app,
      takeTurn,
      log,
      lastResort: (channel, language) => render(lastResort(language, '865-234-5678'), { channel, language, page: 0 }),
    });
    messages?.attach(handle);
    server.outbox.start(send);
  };
  const activity = (more: object) => ({
    type: 'message',
    id: `id-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl: connector.url,
    from: { id: 'person' },
    recipient: bot,
    conversation: { id: `c${conversation}` },
    locale: 'en-US',
    ...more,
  });
  const post = (body: unknown, headers: Record<string, string> = {}) => server.call('POST', '/api/messages', undefined, body, headers);

  beforeEach(async () => {
    conversation += 1;
    printed = (['error', 'warn', 'log'] as const).map((name) => jest.spyOn(console, name));
    connector = await FakeConnector.start();
    server = await TestServer.start();
    attach(null);
  });
  afterEach(async () => {
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
    await Promise.all([connector.stop(), server.stop()]);
  });

  it('answers a message', async () => {
    expect((await post(activity({ id: 'm1', text: 'hi' }))).status).toBe(200);
    await connector.until(1);
    expect(connector.sent).toMatchObject([{ type: 'message', text: '1: hi', replyToId: 'm1' }]);
  });

  it('answers in the response when the channel asks for that', async () => {
    const { body } = await post(activity({ text: 'hi', deliveryMode: 'expectReplies' }));
    expect(body.activities).toMatchObject([{ type: 'message', text: '1: hi' }]);
  });

  it('takes a button that has a value and no text', async () => {
    await post(activity({ value: { guide: { choices: ['start:yes'] } } }));
    expect(await connector.until(1)).toEqual(['1: start:yes']);
  });

  it('takes a resend for what it is: nothing is said twice', async () => {
    for (const id of ['m1', 'm1', 'm2']) expect((await post(activity({ id, text: 'hi' }))).status).toBe(200);
    expect(await connector.until(2)).toEqual(['1: hi', '2: hi']);
  });

  it('keeps the replies to parallel messages apart and in order', async () => {
    await Promise.all(Array.from({ length: 20 }, () => post(activity({ text: 'hi' }))));
    expect(await connector.until(20)).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}: hi`));
  });

  it('greets once, whatever announces the person', async () => {
    await post(activity({ type: 'conversationUpdate', membersAdded: [bot] }));
    expect(connector.texts).toEqual([]);
    await post(activity({ type: 'conversationUpdate', membersAdded: [bot, { id: 'person' }], locale: 'es-MX' }));
    await post(activity({ type: 'installationUpdate', action: 'add' }));
    await post(activity({ text: 'hi' }));
    expect(await connector.until(2)).toEqual([expect.stringContaining('Hola'), '1: hi']);
  });

  it('hears its name in a group without taking it for words', async () => {
    const mention = { type: 'mention', text: '<at>Guide</at>', mentioned: bot };
    await post(activity({ text: '<at>Guide</at> hi', entities: [mention] }));
    expect(await connector.until(1)).toEqual(['1: hi']);
  });

  it('says nothing to typing', async () => {
    expect((await post(activity({ type: 'typing' }))).status).toBe(200);
    expect(connector.sent).toEqual([]);
  });

  it('says the last resort when the conversation fails', async () => {
    expect(await post(activity({ text: 'throw' }))).toMatchObject({ status: 503, body: { error: { code: 'NotKept' } } });
    expect(connector.texts).toEqual(['en 911, 988, 865-234-5678']);
  });

  it('confirms a deletion, after which the person may begin again', async () => {
    for (const text of ['hi', 'delete', 'hi']) await post(activity({ text }));
    expect(await connector.until(3)).toEqual(['1: hi', '2: delete', '1: hi']);
  });

  it('delivers later, in order, what could not be delivered at once', async () => {
    connector.failure = 503;
    expect((await post(activity({ text: 'one' }))).status).toBe(200);
    await post(activity({ text: 'two' }));
    await connector.untilRefused(1);
    connector.failure = null;
    expect(await connector.until(2)).toEqual(['1: one', '2: two']);
  });

  it('does not try again what the channel will never take', async () => {
    connector.failure = 403;
    await post(activity({ text: 'one' }));
    await connector.untilRefused(1);
    connector.failure = null;
    await post(activity({ text: 'two' }));
    expect(await connector.until(1)).toEqual(['2: two']);
    expect(server.turns.log.lines.map(({ event }) => event)).toContain('delivery-refused');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"type":'],
    ['a list', '[]'],
    ['no type', '{"text":"hi"}'],
    ['an empty type', '{"type":""}'],
    ['a type that is no text', '{"type":5}'],
    ['no conversation', '{"type":"message","text":"hi"}'],
    [
      'a conversation without an id',
      '{"type":"message","text":"hi","channelId":"msteams","serviceUrl":"http://127.0.0.1:1","conversation":{}}',
    ],
    [
      'an id that is no text',
      '{"type":"message","id":5,"channelId":"msteams","serviceUrl":"http://127.0.0.1:1","conversation":{"id":"c"}}',
    ],
    ['a reply address that is none', '{"type":"message","channelId":"msteams","serviceUrl":"here","conversation":{"id":"c"}}'],
  ])('refuses a body with %s', async (_case, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: { code: expect.stringMatching(/^Bad/) } } });
  });

  it('answers 503 until the bot is loaded', async () => {
    const fresh = await TestServer.start();
    const answer = await fresh.call('POST', '/api/messages', undefined, activity({ text: 'hi' }));
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'ServiceUnavailable' } } });
    expect(answer.headers.get('retry-after')).toBe('1');
    await fresh.stop();
  });

  it('is not there when it is switched off', async () => {
    const off = await TestServer.start({}, { MESSAGES_ENDPOINT: 'off' });
    expect((await off.call('POST', '/api/messages', undefined, activity({ text: 'hi' }))).status).toBe(404);
    await off.stop();
  });

  it.each([
    ['no token', {}],
    ['no bearer token', { Authorization: 'Basic abc' }],
    ['a token that is none', { Authorization: 'Bearer x.y.z' }],
  ])('refuses a sender with %s when the bot is registered', async (_case, headers) => {
    attach({ id: 'app', password: 'secret', type: 'SingleTenant', tenantId: 'tenant' });
    expect(await post(activity({ text: 'hi' }), headers)).toMatchObject({ status: 401, body: { error: { code: 'Unauthorized' } } });
    expect(connector.sent).toEqual([]);
    expect(server.turns.log.lines).toEqual([
      { event: 'sender-refused', fields: { status: 401, channel: 'msteams', reason: 'token' }, error: undefined },
    ]);
  });
});
