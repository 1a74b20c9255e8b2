import { TestServer } from './fakes/test-server';

describe('the web server', () => {
  let server: TestServer;
  const get = (path: string) => server.call('GET', path);

  beforeAll(async () => {
    server = await TestServer.start({}, { CENTER_NAME: 'Fish & <Chips>' });
  });
  afterAll(() => server.stop());

  it('says that it is well, and whether the bot is loaded', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok', messages: 'starting' } });
  });

  it('serves a chat page with help on it that needs no script', async () => {
    const { status, body, headers } = await get('/');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toContain('Fish &#38; &#60;Chips&#62;');
    for (const link of ['tel:911', 'tel:988', 'tel:8652345678']) expect(body).toContain(`href="${link}"`);
    expect(body).toMatch(/<treatment-guide page>.*865-234-5678.*911.*988.*<\/treatment-guide>/s);
    expect(body).not.toMatch(/\{\w+\}|<script>|style=|onclick=/);
  });

  it('keeps a number together that holds that of an emergency line', async () => {
    const other = await TestServer.start({}, { CENTER_PHONE: '865-988-0100' });
    const { body } = await other.call('GET', '/');
    expect(body).toContain('<a href="tel:8659880100">865-988-0100</a>');
    await other.stop();
  });

  it('serves the parts of the page and nothing beside them', async () => {
    const page = (await get('/')).body as string;
    for (const [, path] of page.matchAll(/(?:src|href)="(web\/[^"]+)"/g)) expect((await get(`/${path}`)).status).toBe(200);
    expect((await get('/web/../app.ts')).status).toBe(404);
    expect((await get('/web/..%2fapp.ts')).status).toBeGreaterThanOrEqual(400);
  });

  it('names no product and lets pages run their own scripts only', async () => {
    const { headers } = await get('/');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('answers 404 in JSON', async () => {
    expect(await get('/nothing')).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
  });
});
