import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import jwt from 'jsonwebtoken';
import { signingKey } from '../fakes/fake-microsoft';
import { RegisteredBot } from '../fakes/registered-bot';

const stranger = signingKey('stranger-key');
const tenant = '11111111-2222-3333-4444-555555555555';
const seconds = () => Math.floor(Date.now() / 1000);
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** The claims of a token that would be good. */
const claimsFor = ({ app, connector }: RegisteredBot) => ({
  iss: 'https://api.botframework.com',
  aud: app.id,
  serviceurl: connector.url,
  nbf: seconds() - 10,
  exp: seconds() + 600,
});

/** What a forger shows, and why it is seen through. */
const forgeries: readonly (readonly [name: string, reason: string, authorization: (bot: RegisteredBot) => string])[] = [
  ['nothing', 'token', () => ''],
  ['a password', 'token', () => 'Basic YWRtaW46YWRtaW4='],
  ['another scheme', 'token', (bot) => bot.bearer().replace('Bearer', 'bearer')],
  ['two tokens', 'token', (bot) => `${bot.bearer()}, ${bot.bearer()}`],
  ['words', 'token', () => 'Bearer let me in'],
  ['dots', 'token', () => 'Bearer ..'],
  ['a token that is none', 'token', () => 'Bearer x.y.z'],
  ['a token whose parts are no objects', 'token', () => `Bearer ${encode([])}.${encode([])}.eA`],
  ['a token without an algorithm', 'token', (bot) => `Bearer ${encode({ kid: 'channel-key' })}.${encode(claimsFor(bot))}.eA`],
  [
    'a token without a signature',
    'token',
    (bot) => `Bearer ${encode({ alg: 'none', typ: 'JWT', kid: 'channel-key' })}.${encode(claimsFor(bot))}.`,
  ],
  [
    'a token that says it needs no signature',
    'token',
    (bot) => `Bearer ${encode({ alg: 'none', typ: 'JWT', kid: 'channel-key' })}.${encode(claimsFor(bot))}.eA`,
  ],
  [
    'a token signed with the public key as a password',
    'token',
    (bot) => {
      const pem = bot.microsoft.channelKey.publicKey.export({ type: 'spki', format: 'pem' });
      return `Bearer ${jwt.sign(claimsFor(bot), pem, { algorithm: 'HS256', keyid: 'channel-key' })}`;
    },
  ],
  [
    'a token signed with some password',
    'token',
    (bot) => `Bearer ${jwt.sign(claimsFor(bot), 'a password', { algorithm: 'HS256', keyid: 'channel-key' })}`,
  ],
  ['a token that names no key', 'token', (bot) => `Bearer ${jwt.sign(claimsFor(bot), stranger.privateKey, { algorithm: 'RS256' })}`],
  ['a token of a key that nobody published', 'key', (bot) => bot.bearer({}, stranger)],
  ['a token that names the key of another', 'signature', (bot) => bot.bearer({}, { ...stranger, kid: 'channel-key' })],
  [
    'a token whose claims were changed afterwards',
    'signature',
    (bot) => {
      const [head, , signature] = bot.bearer({ aud: 'other' }).split('.');
      return `${head}.${encode(claimsFor(bot))}.${signature}`;
    },
  ],
  ['a token that has expired', 'time', (bot) => bot.bearer({ exp: seconds() - 310 })],
  ['a token that is not valid yet', 'time', (bot) => bot.bearer({ nbf: seconds() + 400 })],
  ['a token that never expires', 'token', (bot) => bot.bearer({ exp: undefined })],
  ['a token for another bot', 'claims', (bot) => bot.bearer({ aud: 'another-app' })],
  ['a token for nobody', 'token', (bot) => bot.bearer({ aud: undefined })],
  ['a token of another issuer', 'claims', (bot) => bot.bearer({ iss: 'https://login.example.com' })],
  ['a token for another address', 'claims', (bot) => bot.bearer({ serviceurl: 'https://smba.example.com/' })],
  ['a token for no address', 'token', (bot) => bot.bearer({ serviceurl: undefined })],
  [
    "the bot's own token, as the Emulator has it",
    'claims',
    (bot) =>
      bot.bearer(
        { iss: `https://sts.windows.net/${tenant}/`, tid: tenant, ver: '1.0', appid: bot.app.id, aud: 'https://api.botframework.com' },
        bot.microsoft.emulatorKey,
      ),
  ],
  [
    'a token of another bot, as skills have it',
    'claims',
    (bot) =>
      bot.bearer(
        { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: 'another-app' },
        bot.microsoft.emulatorKey,
      ),
  ],
];

/** Bodies that are no activity, as somebody sends them who has a good token. */
const bodies: readonly (readonly [name: string, body: string | undefined, status: number])[] = [
  ['nothing', '', 400],
  ['no JSON', '{"type":', 400],
  ['a number', '5', 400],
  ['null', 'null', 400],
  ['a list', '[]', 400],
  ['a list of 100,000 levels', nested(100_000), 400],
  ['an object of 40,000 levels', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`, 400],
  ['no type', '{"text":"hi"}', 400],
  ['a type that is no text', '{"type":["message"]}', 400],
  ['a megabyte', JSON.stringify({ type: 'message', text: 'x'.repeat(1_000_000) }), 413],
];

describe('a bot that is registered', () => {
  let bot: RegisteredBot;
  let printed: jest.SpyInstance[];

  beforeEach(async () => {
    bot = await RegisteredBot.start();
    printed = [
      ...(['error', 'warn', 'log', 'info'] as const).map((name) => jest.spyOn(console, name)),
      jest.spyOn(process.stderr, 'write'),
    ];
  });
  afterEach(async () => {
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
    await bot.stop();
  });

  /** Nothing was made of what was sent, and nothing of it is kept: no turn, no reply, no stack. */
  const expectNothing = async () => {
    await bot.server.outbox.stop();
    expect(bot.connector.sent).toEqual([]);
    expect(bot.logged).not.toContain('turn');
    for (const { error } of bot.server.turns.log.lines) expect(error).toBeUndefined();
  };

  it.each(['msteams', 'sms', 'webchat'])('answers whom %s has signed for, and shows who it is', async (channelId) => {
    expect((await bot.post(bot.activity({ channelId }))).status).toBe(200);
    expect(await bot.connector.until(1)).toEqual([expect.stringContaining('1: hi')]);
    expect(bot.connector.authorizations).toEqual(['Bearer granted-1']);
  });

  it('takes clocks that differ by less than five minutes', async () => {
    for (const claims of [{ exp: seconds() - 280 }, { nbf: seconds() + 280 }]) {
      expect((await bot.post(bot.activity(), bot.bearer(claims))).status).toBe(200);
    }
  });

  it.each(forgeries)('refuses a sender with %s', async (_name, reason, authorization) => {
    const { status, body, headers } = await bot.post(bot.activity(), authorization(bot));
    expect(headers.get('content-type')).toContain('application/json');
    expect({ status, body }).toEqual({
      status: 401,
      body: { error: { code: 'Unauthorized', message: 'The sender could not be verified.' } },
    });
    await expectNothing();
    expect(bot.server.turns.log.lines).toEqual([
      { event: 'sender-refused', fields: { status: 401, channel: 'msteams', reason }, error: undefined },
    ]);
  });

  it.each(['facebook', ' ', 'AseChannel', 'emulator'])('refuses the channel "%s", for which the key may not speak', async (channelId) => {
    expect((await bot.post(bot.activity({ channelId }))).status).toBe(401);
    await expectNothing();
    expect(bot.server.turns.log.lines).toMatchObject([{ fields: { reason: 'channel' } }]);
  });

  it('answers every channel where a key names none, as botbuilder does', async () => {
    bot.microsoft.channelKeys = [bot.microsoft.channelKey];
    expect((await bot.post(bot.activity({ channelId: 'facebook' }))).status).toBe(200);
  });

  it('asks Microsoft nothing for tokens that claim too little', async () => {
    for (const claims of [{ aud: 'another-app' }, { iss: 'https://login.example.com' }, { serviceurl: 'https://smba.example.com/' }]) {
      await bot.post(bot.activity(), bot.bearer(claims, stranger));
    }
    expect(bot.microsoft.asked).toEqual([]);
  });

  it.each(bodies)('refuses a body with %s, well signed or not', async (_name, body, status) => {
    for (const authorization of [bot.bearer(), '']) {
      const answer = await bot.post(body, authorization);
      expect(answer).toMatchObject({ status, body: { error: { code: expect.any(String), message: expect.any(String) } } });
    }
    await expectNothing();
  });

  it('refuses what is not called JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      expect(await bot.post(JSON.stringify(bot.activity()), bot.bearer(), { 'Content-Type': type })).toMatchObject({
        status: 400,
        body: { error: { code: 'BadArgument' } },
      });
    }
    await expectNothing();
  });

  it('refuses what it cannot unpack, and a small body that unpacks to a large one', async () => {
    const bomb = gzipSync(JSON.stringify(bot.activity({ text: ' '.repeat(20_000_000) })));
    expect(bomb.length).toBeLessThan(30_000);
    const post = (bytes: Buffer, encoding: string) =>
      fetch(`${bot.server.url}/api/messages`, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'Content-Type': 'application/json', 'Content-Encoding': encoding, Authorization: bot.bearer() },
      });
    for (const [bytes, encoding, status] of [
      [bomb, 'gzip', 413],
      [Buffer.from('not packed'), 'gzip', 400],
      [bomb, 'compress', 415],
    ] as const) {
      const answer = await post(bytes, encoding);
      expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status, body: { error: { code: expect.any(String) } } });
    }
    await expectNothing();
  });

  it.each([1000, 40_000])('lives through %s levels in an activity that is well signed', async (levels) => {
    const activity = JSON.stringify(bot.activity());
    for (const field of ['channelData', 'value', 'entities', 'conversation']) {
      const value = field === 'conversation' ? `{"id":"deep","more":${nested(levels)}}` : nested(levels);
      const { status, body } = await bot.post(`${activity.slice(0, -1)},"${field}":${value}}`);
      // An address that cannot be written as JSON is not kept, and says so.
      expect([200, 400, 503]).toContain(status);
      if (status !== 200) expect(body).toMatchObject({ error: { code: expect.any(String) } });
    }
    expect((await bot.post()).status).toBe(200);
    await bot.connector.until(1);
  });

  it('answers other methods with 404 in JSON', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await bot.server.call(method, '/api/messages', undefined, undefined, { Authorization: bot.bearer() });
      expect(answer).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
    }
    await expectNothing();
  });

  it('takes the first of two headers, and none that is endless', async () => {
    const post = (authorizations: readonly string[]) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = ['Host', 'guide', 'Content-Type', 'application/json', ...authorizations.flatMap((one) => ['Authorization', one])];
        request(`${bot.server.url}/api/messages`, { method: 'POST', headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end(JSON.stringify(bot.activity()));
      });
    expect(await post(['Bearer x.y.z', bot.bearer()])).toBe(401);
    // Node itself refuses more than 16 KiB of headers, before Express sees them.
    expect(await post([`Bearer ${'x'.repeat(20_000)}`])).toBe(431);
    expect(await post([`Bearer ${'x'.repeat(10_000)}`])).toBe(401);
    await expectNothing();
    expect(await post([bot.bearer(), 'Bearer x.y.z'])).toBe(200);
  });
});
