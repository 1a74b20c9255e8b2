import { MemoryStore } from '../../src/storage/memory-store';
import { BrokenStore } from '../fakes/broken-store';
import type { TestServer } from '../fakes/test-server';
import { describeBrowser } from '../support/describe-browser';
import { freePort } from '../support/free-port';
import { GuidePage } from './guide-page';
import { HostSite } from './host-site';
import { startGuide } from './start-guide';

describeBrowser('a chat in trouble', (browser) => {
  const closing: { readonly close?: () => Promise<void>; readonly stop?: () => Promise<void> }[] = [];
  const later = <T extends (typeof closing)[number]>(made: T): T => {
    closing.unshift(made);
    return made;
  };
  const guideAt = async (...given: Parameters<typeof startGuide>) => later(await startGuide(...given));
  const visit = async (url: string) => later(await GuidePage.open(browser(), url));
  afterEach(async () => {
    for (const made of closing.splice(0)) await (made.close?.() ?? made.stop?.());
  });

  it('keeps what is typed while the network is away, and sends it once, in order', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    await guide.context.setOffline(true);
    await guide.type('me');
    await guide.page.locator('.offline').getByText('I cannot be reached').waitFor();
    expect(await guide.page.locator('.offline a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'tel:8655550100',
      'tel:911',
      'tel:988',
      'sms:988',
    ]);
    await guide.type('none of these');
    await guide.page.locator('.state', { hasText: 'Not sent yet' }).nth(1).waitFor();
    await guide.context.setOffline(false);
    await guide.hear('used the most');
    await guide.page.locator('.offline p').waitFor({ state: 'detached' });
    const said = await guide.said();
    expect(said.slice(1)).toEqual([
      'Start the questions',
      expect.stringContaining('Who is this about'),
      'me',
      'none of these',
      expect.stringContaining('Is any of this going on'),
      expect.stringContaining('used the most'),
    ]);
  });

  it('sends nothing twice when the answer is lost on the way back', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    let lost = 0;
    await guide.page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      // The server takes it; the browser never learns that.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await guide.type('me');
    await guide.hear('Is any of this going on');
    await guide.type('none of these');
    await guide.hear('used the most');
    expect(lost).toBe(1);
    const said = await guide.said();
    expect(said.filter((text) => text === 'me')).toHaveLength(1);
    expect(said.filter((text) => text.includes('Is any of this going on'))).toHaveLength(1);
  });

  it('gives up on a request that the network swallowed, and sends it again', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    let swallowed = 0;
    await guide.page.route('**/activities', (route) => {
      if (route.request().method() !== 'POST' || swallowed > 0) return route.continue();
      swallowed += 1;
      return undefined;
    });
    await guide.type('he is not breathing');
    await guide.page.locator('.offline p').waitFor({ timeout: 15_000 });
    await guide.page.locator('.crisis').first().waitFor({ timeout: 15_000 });
    expect(swallowed).toBe(1);
  });

  it('sends nothing more once everything was deleted', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.page.route('**/tokens/generate', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue().catch(() => undefined);
    });
    await guide.type('my name is somebody');
    await guide.menu('Delete my data');
    await guide.hear('Deleted');
    await guide.page.waitForTimeout(2000);
    expect(guide.requested.filter((address) => /\/conversations/.test(address))).toEqual([]);
    expect(await guide.page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('goes on where it was after the server was killed and started again', async () => {
    const port = await freePort();
    const store = new MemoryStore(() => Date.now());
    const first = await guideAt([], { port, store });
    const guide = await visit(`${first.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    await first.stop();
    await guide.type('me');
    await guide.page.locator('.offline p').waitFor();
    await guideAt([], { port, store });
    await guide.hear('Is any of this going on');
    expect((await guide.said()).filter((text) => text === 'me')).toHaveLength(1);
  });

  it('talks by asking where WebSockets are blocked', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/`);
    await guide.page.addInitScript(() => {
      Object.assign(window, {
        WebSocket: class {
          onclose: (() => void) | null = null;
          constructor() {
            setTimeout(() => this.onclose?.(), 10);
          }
          close(): void {
            this.onclose?.();
          }
        },
      });
    });
    await guide.page.reload();
    await guide.type('what is iop');
    await guide.hear('Intensive Outpatient');
    await guide.type('what does detox mean');
    await guide.hear('Detox');
  });

  it('asks after a reload whether to go on, and shows what was said', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    await guide.type('me');
    await guide.hear('Is any of this going on');
    const before = await guide.said();
    await guide.page.reload();
    await guide.launch();
    await guide.tap('Go on where I was');
    await guide.hear('Is any of this going on');
    expect((await guide.said()).map((text) => text.split('\n')[0])).toEqual(before.map((text) => text.split('\n')[0]));
    await guide.tap('None of these');
    await guide.hear('used the most');
    await guide.page.reload();
    await guide.launch();
    await guide.tap('Start over');
    await guide.hear('I am an automated guide');
    expect(await guide.page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('takes words that are typed instead of an answer to "go on or start over" as going on', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    await guide.page.reload();
    await guide.launch();
    await guide.type('me');
    await guide.hear('Is any of this going on');
    const said = await guide.said();
    expect(said.slice(1).map((text) => text.split('\n')[0])).toEqual([
      'Start the questions',
      'Who is this about?',
      'me',
      'Is any of this going on right now?',
    ]);
  });

  it('has a conversation of its own in a second tab', async () => {
    const server = await guideAt();
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    const second = await guide.context.newPage();
    await second.goto(`${server.url}/demo`);
    await second.locator('.launcher').click();
    await second.locator('.message').first().waitFor();
    expect(await second.locator('.message').count()).toBe(1);
    await guide.tap('Me, and I am 18 or older');
    await guide.hear('Is any of this going on');
    expect(await second.locator('.message').count()).toBe(1);
  });

  it('shows the numbers, and says so, where the server is down before the page is opened', async () => {
    const site = later(await HostSite.start());
    const server = await guideAt();
    const line = await lineFor(server);
    await server.stop();
    site.serve(line);
    const guide = await visit(site.url);
    const text = await guide.page.locator('treatment-guide').textContent();
    expect(text).toContain('If the chat does not open, you can call Knoxville Recovery Center at 865-555-0100');
    expect(await guide.page.locator('treatment-guide a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'tel:8655550100',
      'tel:911',
      'tel:988',
    ]);
  });

  it('says that it cannot be reached, with the numbers, where the server goes down later', async () => {
    const site = later(await HostSite.start());
    const server = await guideAt([site.url]);
    site.serve(await lineFor(server));
    const guide = await visit(site.url);
    await guide.launcher.waitFor();
    await server.stop();
    await guide.launch();
    expect(await guide.page.locator('.strip a').count()).toBe(3);
    expect(await guide.page.locator('.call').textContent()).toContain('865-555-0100');
    await guide.tap('Start the questions');
    await guide.page.locator('.offline').getByText('I cannot be reached').waitFor();
  });

  it('answers danger where nothing can be kept', async () => {
    const store = new BrokenStore();
    const server = await guideAt([], { store });
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.type('he is not breathing');
    await guide.page.locator('.crisis', { hasText: 'Call 911' }).first().waitFor();
    const shown = await guide.page.locator('.crisis').count();
    // It is sent again and again, and said once.
    await guide.page.waitForTimeout(4000);
    expect(await guide.page.locator('.crisis').count()).toBe(shown);
  });

  it('forgets what is on the page when the server has forgotten', async () => {
    let now = Date.now();
    const clock = () => now;
    const server = await guideAt([], { store: new MemoryStore(clock), now: clock });
    const guide = await visit(`${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    await guide.type('what is iop');
    await guide.hear('Intensive Outpatient');
    now += 31 * 60_000;
    await guide.type('what is detox');
    await guide.hear('your answers were erased');
    await guide.hear('Detox');
    expect((await guide.said()).join(' ')).not.toContain('what is iop');
  });
});

/** The line for pages in English, as the installation page gives it. */
async function lineFor(server: TestServer): Promise<string> {
  const { body } = await server.call('GET', '/demo');
  return /<treatment-guide>.*<\/script>/s.exec(body)?.[0] ?? '';
}
