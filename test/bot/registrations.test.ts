import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { publicCloud } from '../../src/bot/public-cloud';
import type { MicrosoftApp } from '../../src/config';
import { RegisteredBot } from '../fakes/registered-bot';
import { until } from '../support/until';

describe('a bot gets its own token', () => {
  let bot: RegisteredBot;
  const register = async (change: Partial<MicrosoftApp>) => {
    bot = await RegisteredBot.start(change);
    return bot;
  };

  afterEach(() => bot.stop());

  it.each<readonly [type: MicrosoftApp['type'], tenantId: string | null, authority: string]>([
    ['SingleTenant', 'tenant-of-center', 'tenant-of-center'],
    ['MultiTenant', null, 'botframework.com'],
    ['MultiTenant', 'tenant-of-center', 'botframework.com'],
  ])('as %s with tenant %s from the authority %s', async (type, tenantId, authority) => {
    const { microsoft, connector, app } = await register({ type, tenantId });
    for (let messages = 1; messages <= 3; messages += 1) {
      expect((await bot.post()).status).toBe(200);
      await connector.until(messages);
    }
    expect(microsoft.grants.map(({ host, path }) => [host, path])).toEqual([
      ['login.microsoftonline.com', `/${authority}/oauth2/v2.0/token`],
    ]);
    expect(Object.fromEntries(microsoft.grants[0]?.form ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      client_id: app.id,
      client_secret: 'secret',
      scope: 'https://api.botframework.com/.default',
    });
    expect(connector.authorizations).toEqual(Array.from({ length: 3 }, () => 'Bearer granted-1'));
  });

  it.each([400, 401, 500])('and loses no reply while it gets none (%s)', async (trouble) => {
    const { microsoft, connector, server } = await register({});
    microsoft.grantTrouble = trouble;
    expect((await bot.post()).status).toBe(200);
    await until(() => bot.logged.includes('delivery-failed'));
    expect(connector.sent).toEqual([]);
    expect(JSON.stringify(server.turns.log.lines)).not.toContain('secret');
    microsoft.grantTrouble = null;
    expect(await connector.until(1)).toEqual(['1: hi']);
  });

  describe('as UserAssignedMSI', () => {
    let identity: Server;
    let asked: { readonly url: URL; readonly headers: IncomingHttpHeaders }[] = [];

    // Microsoft's library looks for its host once for as long as the process runs.
    beforeAll(async () => {
      identity = createServer(({ url = '', headers }, response) => {
        asked.push({ url: new URL(url, 'http://localhost'), headers });
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const expires = Math.floor(Date.now() / 1000) + 86_400;
        response.end(JSON.stringify({ access_token: 'of-the-identity', expires_on: String(expires), token_type: 'Bearer' }));
      });
      await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
      // As App Service and Container Apps tell their programs where to ask.
      process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${(identity.address() as AddressInfo).port}/msi/token`;
      process.env['IDENTITY_HEADER'] = 'header-of-host';
    });
    afterAll(async () => {
      delete process.env['IDENTITY_ENDPOINT'];
      delete process.env['IDENTITY_HEADER'];
      identity.closeAllConnections();
      await new Promise((resolve) => identity.close(resolve));
    });
    beforeEach(() => {
      asked = [];
    });

    it.each([null, 'left over'])('from its host, with the password %s', async (password) => {
      const { connector, microsoft, app } = await register({ type: 'UserAssignedMSI', password });
      expect((await bot.post()).status).toBe(200);
      await connector.until(1);
      expect(connector.authorizations).toEqual(['Bearer of-the-identity']);
      expect(asked.map(({ url }) => [url.pathname, url.searchParams.get('client_id'), url.searchParams.get('resource')])).toEqual([
        ['/msi/token', app.id, 'https://api.botframework.com'],
      ]);
      expect(asked[0]?.headers['x-identity-header']).toBe('header-of-host');
      expect(microsoft.grants).toEqual([]);
    });
  });
});

test('the public cloud is what botbuilder uses by itself', () => {
  const inner = (settings: object) => JSON.parse(JSON.stringify(new ConfigurationBotFrameworkAuthentication({ ...settings }))).inner;
  expect(inner(publicCloud)).toEqual(inner({}));
  expect(Object.values(inner({}))).toEqual(expect.arrayContaining(Object.values(publicCloud)));
});
