import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestServer } from '../fakes/test-server';
import { describeBrowser } from '../support/describe-browser';
import { GuidePage } from './guide-page';
import { startGuide } from './start-guide';
import { sizes, states } from './states';

/** Git ignores it. */
const folder = join(__dirname, '..', '..', 'screenshots');

describeBrowser('pictures of every state of the chat, for people to look at', (browser) => {
  let server: TestServer;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    server = await startGuide();
  });
  afterAll(() => server.stop());

  it.each(states.flatMap((state) => (['en', 'es'] as const).map((language) => ({ ...state, language }))))(
    '$name in $language',
    async ({ name, path, reach, language }) => {
      const guide = await GuidePage.open(browser(), server.url + path, {
        locale: language === 'en' ? 'en-US' : 'es-MX',
        viewport: { width: 360, height: 640 },
      });
      await reach(guide, language);
      for (const colorScheme of ['light', 'dark'] as const) {
        await guide.page.emulateMedia({ colorScheme });
        for (const [width, height] of sizes) {
          await guide.page.setViewportSize({ width, height });
          await guide.page.screenshot({ path: join(folder, `${name}-${language}-${colorScheme}-${width}x${height}.png`) });
        }
      }
      await guide.close();
    },
  );
});
