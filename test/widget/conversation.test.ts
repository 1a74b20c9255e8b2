import type { TestServer } from '../fakes/test-server';
import { describeBrowser } from '../support/describe-browser';
import { GuidePage } from './guide-page';
import { startGuide } from './start-guide';

/** The shortest way from the opening to the call, by what is chosen, in each language. */
const talks = {
  en: {
    locale: 'en-US',
    text: 'sms:988',
    start: 'Start the questions',
    answers: ['Me, and I am 18 or older', 'None of these', 'Fentanyl'],
    danger: 'i took too many pills and i cant stay awake',
    card: 'Call 911 NOW',
    goOn: 'Go on with the guide',
    skip: 'Skip to summary',
    summary: 'Here is what you told me',
    call: 'Ready to talk',
  },
  es: {
    locale: 'es-MX',
    text: 'sms:988?&body=AYUDA',
    start: 'Empezar',
    answers: ['De mí, y tengo 18 años o más', 'Nada de esto', 'Fentanilo'],
    danger: 'mi hermano no respira y esta azul',
    card: 'Llame al 911 YA',
    goOn: 'Seguir con la guía',
    skip: 'Ir al resumen',
    summary: 'Esto es lo que me dijo',
    call: 'Quiere hablar con alguien',
  },
} as const;

describeBrowser('a conversation in the browser', (browser) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startGuide();
  });
  afterAll(() => server.stop());

  it.each(Object.values(talks))(
    'leads from the button to the call with a danger stop between, by keyboard alone ($locale)',
    async (talk) => {
      const guide = await GuidePage.open(browser(), `${server.url}/demo`, { locale: talk.locale });
      const { page } = guide;
      const press = async (name: string) => {
        // Only Tab and Enter, from wherever the focus is.
        for (let tabs = 0; tabs < 60; tabs += 1) {
          const focused = await page.evaluate(() => {
            const inside = document.activeElement?.shadowRoot?.activeElement;
            return inside?.getAttribute('aria-label') ?? inside?.textContent ?? '';
          });
          if (focused.trim() === name) return page.keyboard.press('Enter');
          await page.keyboard.press('Tab');
        }
        throw new Error(`"${name}" was not reached`);
      };
      await guide.launcher.waitFor();
      await press(talk.locale === 'en-US' ? 'Chat guide (automated)' : 'Guía por chat (automática)');
      await press(talk.start);
      await guide.hear(talk.locale === 'en-US' ? 'Who is this about' : 'De quién se trata');
      await guide.field.focus();
      await page.keyboard.type(talk.danger);
      await page.keyboard.press('Enter');
      await guide.hear(talk.card);
      await page.keyboard.press('Shift+Tab');
      await guide.choices.getByRole('button', { name: talk.goOn }).waitFor();
      await guide.choices.focus();
      await press(talk.goOn);
      for (const answer of [...talk.answers, talk.skip]) {
        await guide.choices.getByRole('button', { name: answer, exact: true }).waitFor();
        await press(answer);
      }
      await guide.hear(talk.summary);
      await guide.hear(talk.call);
      expect(await page.locator('.message a[href^="tel:865"]').count()).toBeGreaterThan(0);
      expect(await page.locator('.strip a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
        'tel:911',
        'tel:988',
        talk.text,
      ]);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)).toBe('launcher');
      expect(guide.problems).toEqual([]);
      await guide.close();
    },
  );

  it('sends nothing before something is said, asks nobody else, and keeps nothing but this tab', async () => {
    const guide = await GuidePage.open(browser(), `${server.url}/demo`);
    await guide.launch();
    expect(guide.requested.filter((address) => address.includes('directline'))).toEqual([]);
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    expect(guide.requested.filter((address) => new URL(address).origin !== server.url)).toEqual([]);
    expect(await guide.context.cookies()).toEqual([]);
    expect(await guide.page.evaluate(() => [localStorage.length, Object.keys(sessionStorage)])).toEqual([0, ['treatment-guide']]);
    await guide.close();
  });

  it('adds every message to the log once, and never takes one out or changes it', async () => {
    const guide = await GuidePage.open(browser(), `${server.url}/demo`);
    await guide.launch();
    await guide.log.evaluate((log) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver((records) => {
        for (const { addedNodes, removedNodes } of records) {
          for (const node of addedNodes) if (node instanceof HTMLElement && !node.matches('.mine')) seen.push(`+${node.textContent}`);
          for (const node of removedNodes) seen.push(`-${node.textContent}`);
        }
      }).observe(log, { childList: true });
    });
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    await guide.type('me');
    await guide.hear('right now');
    await guide.type('none of these');
    await guide.hear('used the most');
    const seen = await guide.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((one) => one.startsWith('-'))).toEqual([]);
    await guide.close();
  });

  it('never brings up the keyboard of a phone after a choice was tapped', async () => {
    const guide = await GuidePage.open(browser(), `${server.url}/demo`, {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    await guide.launch();
    for (const name of ['Start the questions', 'Me, and I am 18 or older', 'None of these']) {
      await guide.tap(name);
      await guide.choices.getByRole('button').first().waitFor();
      expect(await guide.field.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(false);
    }
    await guide.close();
  });

  it('takes several answers at once, with "none" alone, and changes one that was given', async () => {
    const guide = await GuidePage.open(browser(), `${server.url}/demo`);
    await guide.launch();
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
    for (const words of ['me', 'none', 'fentanyl', 'using today', 'none']) {
      const before = await guide.replies.count();
      await guide.type(words);
      await guide.replies.nth(before).waitFor();
    }
    await guide.hear('Do any of these fit');
    const check = (name: string) => guide.choices.getByRole('checkbox', { name, exact: true });
    await check('None of these').check();
    await check('Detox or treatment before').check();
    expect(await check('None of these').isChecked()).toBe(false);
    await check('An overdose in the past year').check();
    await guide.choices.getByRole('button', { name: 'Continue' }).click();
    await guide.hear('mood and thoughts');
    await guide.page.getByRole('button', { name: /^Change this answer: .*overdose/i }).click();
    await guide.hear('Do any of these fit');
    await check('None of these').check();
    await guide.choices.getByRole('button', { name: 'Continue' }).click();
    await guide.page.locator('.message.mine', { hasText: 'None of these' }).last().waitFor();
    await guide.close();
  });
});
