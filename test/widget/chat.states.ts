import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestServer } from '../fakes/test-server';
import { describeBrowser } from '../support/describe-browser';
import { GuidePage } from './guide-page';
import { startGuide } from './start-guide';
import { sizes, states } from './states';

/** Where pictures go, for people to look at; git ignores it. */
const folder = join(__dirname, '..', '..', 'screenshots');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function violations({ page }: GuidePage): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async (values) => {
    const run = (window as unknown as { axe: { run: (context: Document, options: object) => Promise<{ violations: Violation[] }> } }).axe
      .run;
    const options = {
      runOnly: { type: 'tag', values },
      rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
      resultTypes: ['violations'],
    };
    return (await run(document, options)).violations;
  }, tags);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 150)} ${failureSummary ?? ''}`));
}

describeBrowser('every state of the chat', (browser) => {
  let server: TestServer;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    server = await startGuide();
  });
  afterAll(() => server.stop());

  describe.each(['en', 'es'] as const)('in %s', (language) => {
    it.each(states)('has no fault that axe finds, and its controls within reach: $name', async ({ name, path, reach }) => {
      const options = {
        locale: language === 'en' ? 'en-US' : 'es-MX',
        viewport: { width: 360, height: 640 },
        reducedMotion: 'reduce' as const,
      };
      const guide = await GuidePage.open(browser(), server.url + path, options);
      await reach(guide, language);
      for (const colorScheme of ['light', 'dark'] as const) {
        await guide.page.emulateMedia({ colorScheme });
        expect(await violations(guide)).toEqual([]);
        for (const [width, height] of sizes) {
          await guide.page.setViewportSize({ width, height });
          await guide.page.screenshot({ path: join(folder, `${name}-${language}-${colorScheme}-${width}x${height}.png`) });
          // Nothing is wider than the screen, at any size.
          const wide = await guide.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          expect({ width, wide }).toEqual({ width, wide: false });
        }
        await guide.page.setViewportSize({ width: 360, height: 640 });
      }
      expect(guide.problems).toEqual([]);
      await guide.close();
    });
  });
});
