import { TestServer, type Visitor } from '../fakes/test-server';

describe('Direct Line over HTTP', () => {
  let server: TestServer;
  let visitor: Visitor;

  beforeAll(async () => {
    server = await TestServer.start({}, { ALLOWED_ORIGINS: 'https://center.example' });
  });
  beforeEach(async () => {
    visitor = await server.visit();
  });
  afterAll(() => server.stop());

  it('gives a new anonymous user to everybody', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => server.call('POST', '/v3/directline/tokens/generate')));
    expect(first?.body).toMatchObject({ expires_in: 2700, userId: expect.stringMatching(/^dl_[0-9a-f]{32}$/) });
    expect(first?.body.userId).not.toBe(second?.body.userId);
  });

  it('greets once, in the language that was asked for', async () => {
    expect(await visitor.texts()).toEqual(['Hello']);
    expect(await (await server.visit({ locale: 'es-MX' })).texts()).toEqual(['Hola']);
  });

  it('echoes what a person said under their own id, and answers', async () => {
    const posted = await visitor.say('hi', 'client-1');
    const { body } = await visitor.read('1');
    expect(posted).toMatchObject({ status: 200, body: { id: `${visitor.conversation}|0000002` } });
    expect(body.watermark).toBe('3');
    expect(body.activities).toMatchObject([
      {
        id: posted.body.id,
        text: 'hi',
        from: { id: expect.stringMatching(/^dl_/), role: 'user' },
        channelData: { clientActivityID: 'client-1' },
      },
      { id: `${visitor.conversation}|0000003`, text: '1: hi', from: { role: 'bot', name: 'Test Center' } },
    ]);
  });

  it('answers a resend with the same id and runs nothing', async () => {
    const first = await visitor.say('hi', 'client-1');
    const second = await visitor.say('hi', 'client-1');
    expect(second.body.id).toBe(first.body.id);
    expect(await visitor.texts()).toEqual(['Hello', 'hi', '1: hi']);
  });

  it('takes a button that has a value and no text', async () => {
    await visitor.post({ type: 'message', value: { guide: { choices: ['start:yes'] } } });
    expect((await visitor.texts()).at(-1)).toBe('1: start:yes');
  });

  it('pages long conversations by watermark', async () => {
    for (let count = 0; count < 60; count += 1) await visitor.say('hi');
    const first = await visitor.read();
    const second = await visitor.read(first.body.watermark);
    const third = await visitor.read(second.body.watermark);
    expect([first, second, third].map(({ body }) => [body.activities.length, body.watermark])).toEqual([
      [100, '100'],
      [21, '121'],
      [0, '121'],
    ]);
  });

  it('keeps typing out of the log', async () => {
    expect((await visitor.post({ type: 'typing' })).body.id).toContain(visitor.conversation);
    expect(await visitor.texts()).toEqual(['Hello']);
  });

  it('shows an event back to its sender and answers nothing', async () => {
    const { body } = await visitor.post({ type: 'event', name: 'webchat/join', channelData: { clientActivityID: 'join' } });
    expect((await visitor.read('1')).body).toMatchObject({ watermark: '1', activities: [{ id: body.id, type: 'event' }] });
  });

  it.each([
    ['no JSON', '{', 'BadSyntax'],
    ['no object', '[]', 'BadArgument'],
    ['no type', { text: 'hi' }, 'BadArgument'],
    ['a text that is no text', { type: 'message', text: { evil: true } }, 'BadArgument'],
  ])('refuses a body with %s and runs nothing', async (_case, body, code) => {
    expect(await visitor.post(body)).toMatchObject({ status: 400, body: { error: { code, message: expect.any(String) } } });
    expect(await visitor.texts()).toEqual(['Hello']);
  });

  it('refuses a body that is too large', async () => {
    expect(await visitor.say('x'.repeat(70_000))).toMatchObject({ status: 413, body: { error: { code: 'BodyTooLarge' } } });
  });

  it('refuses files in words, not as an expired token', async () => {
    const answer = await server.call('POST', `/v3/directline/conversations/${visitor.conversation}/upload`, visitor.token, 'file', {
      'Content-Type': 'image/png',
    });
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'UnsupportedMedia' } } });
  });

  it('refuses a wrong watermark', async () => {
    expect(await visitor.read('abc')).toMatchObject({ status: 400, body: { error: { code: 'BadArgument' } } });
  });

  it('lets nobody in without a token, or with the token of another conversation', async () => {
    const path = `/v3/directline/conversations/${visitor.conversation}/activities`;
    const other = await server.visit();
    expect((await server.call('GET', path)).status).toBe(401);
    expect((await server.call('GET', path, 'x.y.z')).status).toBe(401);
    expect((await server.call('GET', path, other.token)).status).toBe(403);
    expect((await server.call('POST', path, other.token, { type: 'message', text: 'hi' })).status).toBe(403);
  });

  it('gives a new token for the same conversation', async () => {
    const { body } = await server.call('POST', '/v3/directline/tokens/refresh', visitor.token);
    expect(body).toMatchObject({ conversationId: visitor.conversation, expires_in: 2700 });
    expect((await server.call('GET', `/v3/directline/conversations/${visitor.conversation}`, body.token)).body.streamUrl).toContain(
      '/stream?watermark=&t=',
    );
  });

  it('opens a conversation that was opened before again', async () => {
    const { body } = await server.call('POST', '/v3/directline/conversations', visitor.token, {});
    expect(body.conversationId).toBe(visitor.conversation);
    expect(await visitor.texts()).toEqual(['Hello']);
  });

  it('confirms a deletion, then the conversation is gone and its token opens nothing', async () => {
    await visitor.say('delete', 'm1');
    expect((await visitor.say('delete', 'm1')).status).toBe(200);
    const { body } = await visitor.read('1');
    expect(body).toMatchObject({ watermark: '3', activities: [{ text: '1: delete' }, { text: 'delete' }] });
    expect(await visitor.read('3')).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
    expect((await visitor.say('hi')).status).toBe(404);
    expect((await server.call('POST', '/v3/directline/tokens/refresh', visitor.token)).status).toBe(404);
    expect((await server.call('POST', '/v3/directline/conversations', visitor.token, {})).status).toBe(404);
  });

  it('lets the pages of allowed origins read answers, and no others', async () => {
    const ask = async (origin: string) => {
      const headers = {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,x-ms-bot-agent',
      };
      return (await server.call('OPTIONS', '/v3/directline/tokens/generate', undefined, undefined, headers)).headers;
    };
    const allowed = await ask('https://center.example');
    expect(allowed.get('access-control-allow-origin')).toBe('https://center.example');
    expect(allowed.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
    expect((await ask('https://evil.example')).get('access-control-allow-origin')).toBeNull();
  });

  it('lets nothing between here and the browser keep what was said', async () => {
    expect((await visitor.read()).headers.get('cache-control')).toBe('no-store');
  });
});
