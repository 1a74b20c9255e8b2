import { type Browser, chromium } from 'playwright-core';
import { browserPath } from './browser-path';
import { requireAll } from './require-all';

/**
 * A `describe` for suites that need Chromium: inside a test, `browser()` gives it. Where there is none, the suite is skipped with a line on stderr, or
 * fails when REQUIRE_ALL is 1.
 */
export function describeBrowser(name: string, body: (browser: () => Browser) => void): void {
  const executablePath = browserPath();
  if (executablePath === null) {
    if (requireAll) {
      it(`${name}: finds Chromium`, () => {
        throw new Error('Chromium is missing: install it, or set CHROMIUM_PATH.');
      });
      return;
    }
    process.stderr.write(`skipped, no Chromium: ${name}\n`);
    describe.skip(name, () =>
      body(() => {
        throw new Error('skipped');
      }),
    );
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      // Containers often forbid the browser's own sandbox.
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    }, 60_000);
    afterAll(() => browser.close());
    body(() => browser);
  });
}
