import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian and its relatives, and CHROMIUM_PATH, have the browser. */
const places = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A `describe` for suites that need Chromium: inside a test, `browser()` gives it. Where there is none, the suite is skipped with a line on stderr, or
 * fails when REQUIRE_ALL is 1.
 */
export function describeBrowser(name: string, body: (browser: () => Browser) => void): void {
  const executablePath = places.find((place) => place !== '' && existsSync(place));
  if (executablePath === undefined) {
    if (process.env['REQUIRE_ALL'] === '1') {
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
