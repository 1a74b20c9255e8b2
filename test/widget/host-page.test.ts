import type { TestServer } from '../fakes/test-server';
import { describeBrowser } from '../support/describe-browser';
import { GuidePage } from './guide-page';
import { HostSite } from './host-site';
import { startGuide } from './start-guide';

/** Words that would run, were they ever read as markup. */
const attacks = [
  '<img src=x onerror="document.title=1">',
  '"><svg onload=document.title=1>',
  '<script>document.title=1</script>',
  'javascript:document.title=1',
  '<a href="javascript:document.title=1">x</a>',
  '{{constructor.constructor("document.title=1")()}}',
  '<iframe srcdoc="<script>top.document.title=1</script>">',
  '\u202e\u0000<style>*{display:none}</style>',
];

const hostileStyles = `
  * { color: red !important; font: italic 40px cursive !important; letter-spacing: 1em !important; text-transform: uppercase !important;
    margin: 50px !important; padding: 30px !important; border: 9px dotted lime !important; direction: rtl !important; line-height: 4 !important;
    background: yellow !important; visibility: hidden !important; position: relative !important; }
  html { font-size: 40% !important; }
`;

describeBrowser('the chat on somebody else’s page', (browser) => {
  let site: HostSite;
  let server: TestServer;
  let line: string;
  beforeAll(async () => {
    site = await HostSite.start();
    server = await startGuide([site.url]);
    const { body } = await server.call('GET', '/demo');
    line = /<treatment-guide>.*<\/script>/s.exec(body)?.[0] ?? '';
  });
  afterAll(async () => {
    await server.stop();
    await site.stop();
  });

  it('works from one line, under a policy that allows only its own script and connection, with Trusted Types required', async () => {
    const policy = `default-src 'none'; script-src ${server.url}; connect-src ${server.url} ${server.url.replace('http', 'ws')}; require-trusted-types-for 'script'; trusted-types 'none'`;
    site.serve(line, { 'Content-Security-Policy': policy });
    const guide = await GuidePage.open(browser(), site.url);
    await guide.page.evaluate(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        violations.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    await guide.type('what is iop');
    await guide.hear('Intensive Outpatient');
    await guide.log.locator('summary').last().click();
    await guide.menu('Español');
    await guide.hear('De quién se trata');
    expect(await guide.page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
    expect(guide.problems).toEqual([]);
    // The socket is open: the policy names it.
    expect(guide.requested.filter((address) => ![site.url, server.url].includes(new URL(address).origin))).toEqual([]);
    await guide.close();
  });

  it('looks and measures the same whatever the page’s styles do', async () => {
    const measure = async (styles: string) => {
      site.serve(`<h1>A page</h1>${styles && `<style>${styles}</style>`}${line}`);
      const guide = await GuidePage.open(browser(), site.url, { viewport: { width: 800, height: 900 } });
      await guide.launcher.waitFor();
      const launcher = await guide.launcher.boundingBox();
      await guide.launch();
      const boxes = await guide.page.locator('.panel, .panel *').evaluateAll((all) =>
        all.map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          const { color, fontFamily, fontSize, letterSpacing, direction, textTransform, visibility, lineHeight } = getComputedStyle(one);
          return [
            one.className,
            x,
            y,
            width,
            height,
            color,
            fontFamily,
            fontSize,
            letterSpacing,
            direction,
            textTransform,
            visibility,
            lineHeight,
          ].join(' ');
        }),
      );
      await guide.close();
      return { launcher, boxes };
    };
    const plain = await measure('');
    expect(await measure(hostileStyles)).toEqual(plain);
    expect(plain.boxes.length).toBeGreaterThan(30);
  });

  it('changes nothing of the page', async () => {
    site.serve(`<h1>A page</h1><p>Words</p>${line}`);
    const guide = await GuidePage.open(browser(), site.url);
    const look = () =>
      guide.page.evaluate(() =>
        JSON.stringify([
          [...document.querySelectorAll('html, head, body, body > :not(treatment-guide)')].map((one) =>
            one.outerHTML.replace(/<treatment-guide.*?<\/treatment-guide>/s, ''),
          ),
          document.adoptedStyleSheets.length,
          getComputedStyle(document.body).cssText,
          scrollY,
        ]),
      );
    const before = await look();
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    expect(await look()).toBe(before);
    await guide.close();
  });

  it('leaves room for the message on a screen of 320 x 256, with the danger line in sight', async () => {
    site.serve(line);
    const guide = await GuidePage.open(browser(), site.url, { viewport: { width: 320, height: 256 } });
    await guide.launch();
    for (const text of ['i want to kill myself', 'go on', 'what is iop']) {
      const before = await guide.replies.count();
      await guide.type(text);
      const reply = guide.replies.nth(before);
      await reply.waitFor();
      const seen = await reply.evaluate((message) => {
        const strip = (message.getRootNode() as ShadowRoot).querySelector('.strip')?.getBoundingClientRect();
        const { top, bottom } = message.getBoundingClientRect();
        return {
          message: Math.min(bottom, innerHeight) - Math.max(top, strip?.bottom ?? 0),
          strip: (strip?.top ?? -1) >= 0,
          height: bottom - top,
        };
      });
      expect(seen.message).toBeGreaterThanOrEqual(Math.min(80, seen.height));
      expect(seen.strip).toBe(true);
    }
    await guide.close();
  });

  it.each([
    [320, 'en-US'],
    [320, 'es-MX'],
    [360, 'en-US'],
    [360, 'es-MX'],
  ])('takes at most 210 pixels for what never moves (%i, %s)', async (width, locale) => {
    site.serve(line);
    const guide = await GuidePage.open(browser(), site.url, { viewport: { width, height: 640 }, locale });
    await guide.launch();
    await guide.choices.getByRole('button').first().click();
    await guide.page.locator('.name p', { hasText: '1' }).waitFor();
    const scroll = await guide.page.locator('.scroll').boundingBox();
    expect(640 - (scroll?.height ?? 0)).toBeLessThanOrEqual(210);
    await guide.close();
  });

  it.each([
    ['en-US', 320, 150],
    ['es-MX', 320, 150],
    ['es-MX', 360, 125],
    ['en-US', 320, 200],
  ])('keeps every emergency link and the way out on the screen where text is larger (%s, %i px, %i%)', async (locale, width, percent) => {
    site.serve(`<style>html{font-size:${percent}%}</style>${line}`);
    const guide = await GuidePage.open(browser(), site.url, { viewport: { width, height: 700 }, locale });
    await guide.launch();
    const boxes = await guide.page.locator('.strip a, .leave, .close').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    for (const { left, right, top } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThanOrEqual(0);
    }
    await guide.close();
  });

  it('leaves the numbers in the page in sight where a browser is too old for the chat', async () => {
    site.serve(line);
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.assign(window, {
        CSSStyleSheet: class {
          constructor() {
            throw new TypeError('Illegal constructor');
          }
        },
      });
    });
    await page.goto(site.url);
    await page.waitForTimeout(500);
    expect(await page.locator('treatment-guide a[href="tel:911"]').isVisible()).toBe(true);
    await context.close();
  });

  it('shows what is typed as it was typed, and never runs it', async () => {
    site.serve(line);
    const guide = await GuidePage.open(browser(), site.url);
    await guide.launch();
    for (const attack of attacks) {
      const before = await guide.replies.count();
      await guide.type(attack);
      await guide.replies.nth(before).waitFor();
    }
    // Also when the server gives it back.
    await guide.page.reload();
    await guide.launch();
    await guide.tap('Go on where I was');
    await guide.page
      .locator('.mine')
      .nth(attacks.length - 1)
      .waitFor();
    expect(await guide.page.title()).toBe('A center');
    expect(await guide.page.locator('.mine img, .mine svg, .mine script, .mine iframe, .mine style, .mine a').count()).toBe(0);
    expect((await guide.said()).some((text) => text.includes('<img src=x onerror='))).toBe(true);
    await guide.close();
  });

  it('takes its color, side, words and language from the script tag', async () => {
    site.serve(
      line.replace(' async', ' data-color="#f2c14e" data-position="left" data-label="Ask us (automated)" data-language="es" async'),
    );
    const guide = await GuidePage.open(browser(), site.url);
    await guide.launcher.waitFor();
    expect(await guide.launcher.textContent()).toBe('Ask us (automated)');
    expect((await guide.launcher.boundingBox())?.x).toBe(16);
    const [color, background] = await guide.launcher.evaluate((one) => [
      getComputedStyle(one).color,
      getComputedStyle(one).backgroundColor,
    ]);
    expect([color, background]).toEqual(['rgb(0, 0, 0)', 'rgb(242, 193, 78)']);
    await guide.launch();
    expect((await guide.said())[0]).toContain('Soy una guía automática');
    await guide.close();
  });

  it('loads under the pinned address with an integrity hash', async () => {
    const { body } = await server.call('GET', '/install');
    const pinned = /&#60;script src=&#34;(\S+)&#34; integrity=&#34;(sha384-\S+)&#34;/.exec(body);
    site.serve(
      `<treatment-guide></treatment-guide><script src="${pinned?.[1]}" integrity="${pinned?.[2]}" crossorigin="anonymous" async></script>`,
    );
    const guide = await GuidePage.open(browser(), site.url);
    await guide.launch();
    expect(guide.problems).toEqual([]);
    await guide.close();
  });
});
