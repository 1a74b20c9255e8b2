import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { TestServer } from '../fakes/test-server';
import { fetchRaw } from '../support/fetch-raw';
import { startGuide } from './start-guide';

describe('the files of the chat', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startGuide();
  });
  afterAll(() => server.stop());

  const file = (name: string, encoding = 'gzip') => fetchRaw(`${server.url}/${name}`, encoding);
  const widgetName = async () => /widget\/\w+\.js/.exec(gunzipSync((await file('guide.js')).bytes).toString())?.[0] ?? '';

  it('are small: 600 bytes for the loader, 10,240 for the chat with all its words and its opening', async () => {
    expect((await file('guide.js')).bytes.length).toBeLessThanOrEqual(600);
    expect((await file(await widgetName())).bytes.length).toBeLessThanOrEqual(10_240);
  });

  it('come as the browser can read them, and are the same', async () => {
    const name = await widgetName();
    const [plain, gzip, br] = await Promise.all(['identity', 'gzip', 'gzip, br'].map((encoding) => file(name, encoding)));
    expect([plain?.headers['content-encoding'], gzip?.headers['content-encoding'], br?.headers['content-encoding']]).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    expect(gunzipSync(gzip?.bytes ?? '')).toEqual(plain?.bytes);
    expect(brotliDecompressSync(br?.bytes ?? '')).toEqual(plain?.bytes);
  });

  it('are kept for ever by their hash, and the loader never; any page may load them', async () => {
    const name = await widgetName();
    const [loader, widget, map, other] = await Promise.all([
      file('guide.js'),
      file(name),
      file(`${name}.map`),
      file('widget/0123456789abcdef.js'),
    ]);
    expect(loader.headers).toMatchObject({
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding',
    });
    expect(widget.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      sourcemap: `/${name}.map`,
    });
    expect(JSON.parse(gunzipSync(map.bytes).toString())).toMatchObject({ version: 3 });
    // Another server of the same center wrote the loader: this one's chat serves as well, but not for ever.
    expect(other.bytes).toEqual(widget.bytes);
    expect(other.headers['cache-control']).toBe('no-cache');
  });

  it('hold the words of the content files, the center’s number and the opening', async () => {
    const code = gunzipSync((await file(await widgetName())).bytes).toString();
    const settings = JSON.parse(/guideSettings=(.*);\n/.exec(code)?.[1] ?? '');
    expect(settings.center).toEqual({ name: 'Knoxville Recovery Center', phone: '865-555-0100' });
    expect(settings.words.es.leave).toBe('Salir rápido');
    expect(settings.opening.en[0].text).toContain('I am an automated guide for Knoxville Recovery Center');
    expect(settings.opening.es[0].channelData.guide.choices.map(({ id }: { id: string }) => id)).toEqual([
      'command:start',
      'command:ask',
      'command:call',
      'command:emergency',
    ]);
    expect(JSON.stringify(settings)).not.toMatch(/\{(center|phone)\}/);
  });

  it('are not there under other names', async () => {
    for (const name of ['widget/../app.js', 'widget/x.css', 'guide-0000.js', 'widget/']) expect((await file(name)).status).toBe(404);
  });
});
