import { signingKey, type Trouble } from '../fakes/fake-microsoft';
import { RegisteredBot } from '../fakes/registered-bot';
import { until } from '../support/until';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const rolled = signingKey('rolled-key');

/** What Microsoft's servers may answer instead of keys. */
const troubles: readonly (readonly [name: string, trouble: Trouble])[] = [
  ['an error', 500],
  ['that there is nothing', 404],
  ['a page', { body: '<html><body>Sign in to the network</body></html>' }],
  ['nothing', { body: '' }],
  ['null', { body: 'null' }],
  ['an object of another kind', { body: '{}' }],
  ['a file', { body: '{"jwks_uri":"file:///etc/passwd","keys":[]}' }],
  [
    'keys of another kind',
    { body: '{"jwks_uri":"data:application/json,{%22keys%22:[{%22kty%22:%22EC%22,%22kid%22:%22channel-key%22}]}"}' },
  ],
  ['no keys', { body: '{"jwks_uri":"data:application/json,{%22keys%22:[]}"}' }],
];

describe('the keys of channels', () => {
  let bot: RegisteredBot;

  beforeEach(async () => {
    bot = await RegisteredBot.start();
  });
  afterEach(() => bot.stop());

  const post = async (...[claims, key]: Parameters<RegisteredBot['bearer']>) => {
    // Tokens are as young as the bot believes them to be.
    const now = Math.floor((Date.now() + bot.skipped) / 1000);
    return (await bot.post(bot.activity(), bot.bearer({ nbf: now, exp: now + 600, ...claims }, key))).status;
  };
  const fetched = () => bot.microsoft.count('/channel/keys');

  it('are fetched once, also by many at once', async () => {
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => post())))).toEqual(new Set([200]));
    expect(await post()).toBe(200);
    expect([bot.microsoft.count('/channel/openid'), fetched()]).toEqual([1, 1]);
  });

  it.each(troubles)('leave the sender unknown while Microsoft answers %s, and are there when it is well', async (_name, trouble) => {
    bot.microsoft.keysTrouble = trouble;
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await bot.post()).toMatchObject({ status: 503, body: { error: { code: 'ServiceUnavailable' } } });
    }
    expect(bot.logged).toEqual(['sender-unchecked', 'request-failed', 'sender-unchecked', 'request-failed']);
    expect(bot.connector.sent).toEqual([]);
    bot.microsoft.keysTrouble = null;
    expect(await post()).toBe(200);
    await bot.connector.until(1);
  });

  it('leave the sender unknown when Microsoft cannot be reached, in time for the channel', async () => {
    bot.microsoft.keysTrouble = 'silence';
    const asked = Date.now();
    expect(await post()).toBe(503);
    expect(Date.now() - asked).toBeLessThan(12_000);
    await bot.microsoft.stop();
    expect(await post()).toBe(503);
  });

  it('still refuse a forger whom no key is needed for while Microsoft is down', async () => {
    bot.microsoft.keysTrouble = 500;
    expect((await bot.post(bot.activity(), 'Bearer x.y.z')).status).toBe(401);
    expect(await post({ aud: 'another-app' })).toBe(401);
  });

  it('follow Microsoft to a new key within a minute', async () => {
    expect(await post()).toBe(200);
    bot.microsoft.channelKeys.push({ ...rolled, endorsements: ['msteams'] });
    bot.skipped += minute;
    expect(await post({}, rolled)).toBe(200);
    expect(await post()).toBe(200);
    expect(fetched()).toBe(2);
  });

  it('are not fetched for every forger', async () => {
    for (let tries = 0; tries < 20; tries += 1) expect(await post({}, rolled)).toBe(401);
    expect(fetched()).toBe(1);
  });

  it('are looked at again after a day, for which nobody waits', async () => {
    await post();
    bot.microsoft.channelKeys = [{ ...rolled, endorsements: ['msteams'] }];
    bot.skipped += day;
    expect(await post()).toBe(200);
    await until(() => fetched() === 2);
    expect(await post({}, rolled)).toBe(200);
    // What Microsoft took back is believed no more.
    bot.skipped += minute;
    expect(await post()).toBe(401);
  });

  it('are believed for five days when Microsoft is down, and not for ever', async () => {
    await post();
    bot.microsoft.keysTrouble = 500;
    bot.skipped += 5 * day - hour;
    expect(await post()).toBe(200);
    expect(await post({}, rolled)).toBe(503);
    bot.skipped += hour;
    expect(await post()).toBe(503);
    bot.microsoft.keysTrouble = null;
    expect(await post()).toBe(200);
  });

  it('do not stand still when the clock is set back', async () => {
    await post();
    bot.microsoft.channelKeys.push({ ...rolled, endorsements: ['msteams'] });
    bot.skipped -= 2 * day;
    expect(await post({}, rolled)).toBe(200);
  });

  it('of other kinds and broken ones are passed over', async () => {
    const { channelKey } = bot.microsoft;
    bot.microsoft.channelKeys = [
      { ...rolled, kid: 5 as unknown as string },
      { ...channelKey, endorsements: ['msteams'] },
    ];
    expect(await post()).toBe(200);
  });
});
