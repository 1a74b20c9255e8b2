import type { TestServer } from '../fakes/test-server';
import { describeBrowser } from '../support/describe-browser';
import { GuidePage } from './guide-page';
import { startGuide } from './start-guide';

describeBrowser('the chat’s own buttons', (browser) => {
  let server: TestServer;
  let guide: GuidePage;
  beforeAll(async () => {
    server = await startGuide();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    guide = await GuidePage.open(browser(), `${server.url}/demo`);
    await guide.launch();
  });
  afterEach(() => guide.close());

  const startQuestions = async () => {
    await guide.tap('Start the questions');
    await guide.hear('Who is this about');
  };

  const answerFirst = async () => {
    await startQuestions();
    await guide.type('me');
    await guide.hear('Is any of this going on');
  };
  const reachSummary = async () => {
    await startQuestions();
    for (const words of ['me', 'none of these', 'fentanyl', 'skip to summary']) {
      const before = await guide.replies.count();
      await guide.type(words);
      await guide.replies.nth(before).waitFor();
    }
    await guide.page.locator('.message a[href^="tel:865"]').first().waitFor();
  };

  it.each(['button', 'keyboard'])('leave at once by %s: a blank page, nothing remembered, and no way back in the history', async (way) => {
    await startQuestions();
    // The page that it goes to stands for one on the internet.
    await guide.page.route('https://www.weather.gov/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
    );
    if (way === 'button') await guide.page.getByRole('button', { name: 'Leave quickly' }).click();
    else for (let presses = 0; presses < 3; presses += 1) await guide.page.keyboard.press('Shift');
    await guide.page.waitForURL('https://www.weather.gov/');
    expect(await guide.page.evaluate(() => history.length)).toBe(2);
    await guide.page.goto(`${server.url}/demo`);
    await guide.launch();
    expect((await guide.said())[0]).toContain('I am an automated guide');
  });

  it('delete everything, here and on the server, and say what was deleted', async () => {
    await answerFirst();
    await guide.menu('Delete my data');
    await guide.tap('Delete');
    await guide.hear('Deleted: your messages, your answers and your place in this chat.');
    expect(await guide.said()).toHaveLength(1);
    expect(await guide.page.evaluate(() => sessionStorage.length)).toBe(0);
    await guide.tap('Start over');
    await guide.hear('I am an automated guide');
    await startQuestions();
  });

  it('start over before and after something was said', async () => {
    await guide.menu('Start over');
    await guide.hear('I am an automated guide');
    await startQuestions();
    await guide.menu('Start over');
    await guide.tap('Start over');
    await guide.hear('Who is this about');
  });

  it('change the language, and keep the question that is open', async () => {
    await startQuestions();
    await guide.menu('Español');
    await guide.hear('De quién se trata');
    expect(await guide.page.locator('.leave').textContent()).toBe('Salir rápido');
    await guide.tap('De mí, y tengo 18 años o más');
    await guide.hear('Pasa algo de esto ahora mismo');
    expect(await guide.page.locator('.guide').getAttribute('lang')).toBe('es');
  });

  it('change the language of the opening, and back', async () => {
    await guide.tap('Español');
    await guide.hear('Soy una guía automática');
    expect(await guide.page.locator('.leave').textContent()).toBe('Salir rápido');
    await guide.tap('English');
    await guide.hear('I am an automated guide');
    await startQuestions();
  });

  it('follow the language that somebody types in', async () => {
    await guide.type('necesito ayuda para dejar la heroína');
    await guide.page.locator('.leave', { hasText: 'Salir rápido' }).waitFor();
    await guide.page.reload();
    await guide.launch();
    expect((await guide.said())[0]).toContain('Hola otra vez');
  });

  it('clear the page when the answers were erased', async () => {
    await answerFirst();
    await guide.menu('Start over');
    await guide.tap('Start over');
    await guide.hear('Who is this about');
    expect((await guide.said()).join(' ')).not.toContain('Is any of this going on');
  });

  it('print the summary on a page of its own, and leave the page as it was', async () => {
    await reachSummary();
    await guide.page.evaluate(() => {
      window.print = () => {
        const styles = [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
        Object.assign(window, { printed: [styles.join(), document.body.lastElementChild?.hasAttribute('data-treatment-guide-print')] });
        dispatchEvent(new Event('afterprint'));
      };
    });
    await guide.menu('Print or save my summary');
    const [styles, isLast] = await guide.page.evaluate(() => (window as unknown as { printed: [string, boolean] }).printed);
    expect(styles).toContain('@media print');
    expect(isLast).toBe(true);
    expect(
      await guide.page.evaluate(
        () => document.adoptedStyleSheets.length + document.querySelectorAll('[data-treatment-guide-print]').length,
      ),
    ).toBe(0);
  });

  it('print what the person told and was told, with the number to call', async () => {
    await reachSummary();
    // The real dialog of the browser would wait for a person.
    await guide.page.evaluate(() => {
      window.print = () => undefined;
    });
    await guide.menu('Print or save my summary');
    await guide.page.emulateMedia({ media: 'print' });
    expect(
      await guide.page.evaluate(() =>
        [...document.body.children].filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.tagName),
      ),
    ).toEqual(['DIV']);
    expect((await guide.page.pdf()).length).toBeGreaterThan(5000);
  });

  it('close by Escape, first the menu, then the chat, and open where it was', async () => {
    await startQuestions();
    await guide.page.locator('.more summary').click();
    await guide.page.keyboard.press('Escape');
    expect(await guide.page.locator('.panel').isVisible()).toBe(true);
    await guide.page.keyboard.press('Escape');
    expect(await guide.page.locator('.panel').isVisible()).toBe(false);
    await guide.launcher.click();
    expect((await guide.said()).at(-1)).toContain('Who is this about');
  });
});
