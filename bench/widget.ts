import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserPath } from '../test/support/browser-path';
import { fetchRaw } from '../test/support/fetch-raw';
import { requireAll } from '../test/support/require-all';
import { HostSite } from '../test/widget/host-site';
import { startGuide } from '../test/widget/start-guide';
import { peerFolder, serveWebChat } from '../test/widget/web-chat';
import { percentile } from './percentile';
import { printTable } from './print-table';

/** Each chat is opened so many times, in turn, so that a busy minute of the machine is not one chat's alone. */
const rounds = 5;
/** Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; and a phone at a quarter of this computer's speed. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const slowProcessor = 4;
const phone = { viewport: { width: 360, height: 640 } };

interface Subject {
  readonly name: string;
  readonly url: string;
  /** Gzipped bytes of its scripts. */
  readonly bytes: number;
  /** Resolves when the greeting and a first control are on the page. */
  readonly ready: (page: Page) => Promise<unknown>;
  readonly seconds: number[];
  readonly processor: number[];
}

/** Prints bytes, processor time and time to the greeting of this chat beside others, in one run (`npm run bench:widget`). */
async function main(): Promise<void> {
  const executablePath = browserPath();
  const webChat = peerFolder('botframework-webchat');
  const deepChat = peerFolder('deep-chat');
  if (executablePath === null || webChat === null || deepChat === null) {
    const missing = executablePath === null ? 'Chromium' : 'the other chats (npm ci --prefix bench/peers --ignore-scripts)';
    process.stdout.write(`skipped, not installed: ${missing}\n`);
    if (requireAll) process.exitCode = 1;
    return;
  }
  const sites = await Promise.all(Array.from({ length: 5 }, () => HostSite.start()));
  const [blankSite, ourSite, minimalSite, fullSite, deepSite] = sites as [HostSite, HostSite, HostSite, HostSite, HostSite];
  const guide = await startGuide(sites.map(({ url }) => url));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const subject = (name: string, site: HostSite, bytes: number, ready: Subject['ready']): Subject => ({
    name,
    url: site.url,
    bytes,
    ready,
    seconds: [],
    processor: [],
  });
  const webChatReady = (page: Page) =>
    Promise.all([
      page.getByText('I am an automated guide').first().waitFor(),
      page.locator('.webchat__suggested-action', { hasText: 'Start the questions' }).waitFor(),
    ]);

  blankSite.serve('<h1>A center</h1>');
  ourSite.serve(`<h1>A center</h1><treatment-guide></treatment-guide><script src="${guide.url}/guide.js" data-open async></script>`);
  deepSite.serve(
    `<h1>A center</h1><deep-chat introMessage='{"html":"<p>I am an automated guide</p><button>Start the questions</button>"}' connect='{"url":"${guide.url}/healthz"}'></deep-chat><script type="module" src="/deep-chat.js"></script>`,
  );
  const subjects = [
    subject('a blank page', blankSite, 0, (page) => page.getByRole('heading').waitFor()),
    subject('this chat', ourSite, await ownBytes(guide.url), (page) =>
      Promise.all([
        page.getByText('I am an automated guide').waitFor(),
        page.getByRole('button', { name: 'Start the questions' }).waitFor(),
      ]),
    ),
    subject('webchat-minimal 4.18.1', minimalSite, serveWebChat(minimalSite, guide.url, webChat, 'webchat-minimal.js'), webChatReady),
    subject('webchat 4.18.1', fullSite, serveWebChat(fullSite, guide.url, webChat, 'webchat.js'), webChatReady),
    subject(
      'deep-chat 2.4.2 (greeting in the page)',
      deepSite,
      deepSite.add('/deep-chat.js', readFileSync(join(deepChat, 'dist', 'deepChat.bundle.js'))),
      (page) =>
        Promise.all([
          page.getByText('I am an automated guide').waitFor(),
          page.getByRole('button', { name: 'Start the questions' }).waitFor(),
        ]),
    ),
  ];
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const one of subjects) {
        one.processor.push(await processorTime(browser, one));
        one.seconds.push(await timeToGreeting(browser, one));
      }
  } finally {
    await browser.close();
    await guide.stop();
    await Promise.all(sites.map((site) => site.stop()));
  }
  const minimal = percentile(subjects[2]?.processor ?? [], 0.5);
  printTable(
    ['chat', 'kB gzipped', 'main thread, ms', 'of webchat-minimal', 'greeting and a button, s'],
    subjects.map(({ name, bytes, processor, seconds }) => [
      name,
      (bytes / 1000).toFixed(1),
      percentile(processor, 0.5).toFixed(0),
      (percentile(processor, 0.5) / minimal).toFixed(2),
      percentile(seconds, 0.5).toFixed(1),
    ]),
  );
}

/** What a phone downloads of this chat, gzipped, in bytes: the loader and the chat. */
async function ownBytes(url: string): Promise<number> {
  const loader = await fetchRaw(`${url}/guide.js`, 'gzip');
  const name = /widget\/\w+\.js/.exec(gunzipSync(loader.bytes).toString())?.[0] ?? '';
  return loader.bytes.length + (await fetchRaw(`${url}/${name}`, 'gzip')).bytes.length;
}

/** Milliseconds of main-thread work until the chat is ready, without any slowing down. */
async function processorTime(browser: Browser, { url, ready }: Subject): Promise<number> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url);
  await ready(page);
  const { metrics } = await session.send('Performance.getMetrics');
  await context.close();
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Seconds from the request for the page to the greeting and a button, on a slow phone in a slow network. */
async function timeToGreeting(browser: Browser, { url, ready }: Subject): Promise<number> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowNetwork);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowProcessor });
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await ready(page);
  const seconds = (performance.now() - start) / 1000;
  await context.close();
  return seconds;
}

void main();
