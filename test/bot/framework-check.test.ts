import { type Activity, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { ChannelKeys } from '../../src/bot/channel-keys';
import { SenderCheck } from '../../src/bot/sender-check';
import { FakeMicrosoft, signingKey } from '../fakes/fake-microsoft';

const serviceUrl = 'https://smba.example.com/';
const app = 'app';
const tenant = '11111111-2222-3333-4444-555555555555';
const rolled = signingKey('rolled-key');

/** Why senders are not checked by botbuilder itself: when it does these things right, `SenderCheck` and `ChannelKeys` can go. */
describe("botbuilder's own check of senders", () => {
  let microsoft: FakeMicrosoft;
  let printed: jest.SpyInstance;
  let framework: (header: string, channelId?: string) => Promise<boolean>;
  let ours: (header: string, channelId?: string) => Promise<boolean>;

  beforeEach(async () => {
    microsoft = await FakeMicrosoft.start();
    printed = jest.spyOn(console, 'error').mockImplementation();
    const credentials = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: app,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: 'tenant',
    });
    const authentication = new ConfigurationBotFrameworkAuthentication({ ...microsoft.cloud }, credentials);
    framework = (header, channelId = 'msteams') =>
      authentication.authenticateRequest({ channelId, serviceUrl } as Activity, header).then(
        () => true,
        () => false,
      );
    const now = () => Date.now();
    const check = new SenderCheck(app, microsoft.cloud, new ChannelKeys(microsoft.cloud.ToBotFromChannelOpenIdMetadataUrl, now), now);
    ours = async (header, channelId = 'msteams') => (await check.check(header, { channelId, serviceUrl })).kind === 'known';
  });
  afterEach(async () => {
    printed.mockRestore();
    await microsoft.stop();
  });

  it('lets in whom ours lets in', async () => {
    for (const channelId of ['msteams', 'sms', 'webchat']) {
      const header = microsoft.bearer(app, serviceUrl);
      expect([await framework(header, channelId), await ours(header, channelId)]).toEqual([true, true]);
    }
  });

  it("also lets in the bot's own token, which it shows to every channel, from any tenant and for any address", async () => {
    const own = { iss: `https://sts.windows.net/${tenant}/`, aud: 'https://api.botframework.com', tid: tenant, ver: '1.0', appid: app };
    const header = microsoft.bearer(app, serviceUrl, { ...own, serviceurl: undefined }, microsoft.emulatorKey);
    expect([await framework(header), await ours(header)]).toEqual([true, false]);
  });

  it('also lets in tokens that never expire, and a channel without a name that no key speaks for', async () => {
    const endless = microsoft.bearer(app, serviceUrl, { exp: undefined });
    expect([await framework(endless), await ours(endless)]).toEqual([true, false]);
    const header = microsoft.bearer(app, serviceUrl);
    expect([await framework(header, ' '), await ours(header, ' ')]).toEqual([true, false]);
  });

  it('prints keys and stacks for forgeries', async () => {
    const wrong = microsoft.bearer(app, serviceUrl, {}, { ...rolled, kid: 'channel-key' });
    for (const header of [wrong, microsoft.bearer(app, serviceUrl, { exp: 1 })]) {
      expect(await framework(header)).toBe(false);
      expect(await ours(header)).toBe(false);
    }
    const said = printed.mock.calls.map(([what]) => String(what instanceof Error ? what.stack : what));
    expect(said).toEqual([expect.stringContaining('BEGIN RSA PUBLIC KEY'), expect.stringContaining('at ')]);
  });

  it('refuses everybody for an hour after it was given no keys', async () => {
    microsoft.channelKeys = [];
    const header = microsoft.bearer(app, serviceUrl);
    expect([await framework(header), await ours(header)]).toEqual([false, false]);
    microsoft.channelKeys = [microsoft.channelKey];
    expect([await framework(header), await ours(header)]).toEqual([false, true]);
  });

  it('fetches the keys again for each of many who come at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => framework(microsoft.bearer(app, serviceUrl))));
    expect(microsoft.count('/channel/keys')).toBe(10);
  });
});
