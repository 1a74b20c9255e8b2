import type { TestServer } from '../fakes/test-server';
import { describeBrowser } from '../support/describe-browser';
import { requireAll } from '../support/require-all';
import { HostSite } from './host-site';
import { startGuide } from './start-guide';
import { peerFolder, serveWebChat } from './web-chat';

const folder = peerFolder('botframework-webchat');

if (folder === null && !requireAll) {
  process.stderr.write('skipped, not installed: Microsoft’s Web Chat (npm ci --prefix bench/peers --ignore-scripts)\n');
  it.skip('Microsoft’s Web Chat in the place of ours', () => undefined);
} else {
  describeBrowser('Microsoft’s Web Chat in the place of ours', (browser) => {
    let site: HostSite;
    let server: TestServer;
    beforeAll(async () => {
      site = await HostSite.start();
      server = await startGuide([site.url]);
    });
    afterAll(async () => {
      await server.stop();
      await site.stop();
    });

    it('greets, takes a suggested action and typed words, and stops at danger', async () => {
      serveWebChat(site, server.url, folder ?? '', 'webchat.js');
      const page = await browser().newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(site.url);
      await page.getByText('I am an automated guide').first().waitFor();
      await page.locator('.webchat__suggested-action', { hasText: 'Start the questions' }).click();
      await page.getByText('Who is this about?').first().waitFor();
      await page.getByRole('textbox').fill('he wont wake up and his lips are blue');
      await page.keyboard.press('Enter');
      await page.getByText('Call 911 NOW').first().waitFor();
      await page.locator('.webchat__suggested-action', { hasText: 'Go on with the guide' }).click();
      await page.getByText('Who is this about?').nth(2).waitFor();
      await page.close();
    });
  });
}
