import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createPageRenderer, pickChannelTexts } from './channels';
import { type Config, ConfigError, loadConfig } from './config';
import type { Content } from './content/content';
import { loadContent } from './content/load-content';
import { packageRoot } from './content/package-root';
import { respond } from './conversation/respond';
import { createServer } from './create-server';
import { createLogger } from './logger';
import { openStore } from './open-store';
import { readOrMakeKey } from './read-or-make-key';
import { lastResort } from './safety/last-resort';
import { startUpkeep } from './start-upkeep';
import { steadyClock } from './steady-clock';
import { StoreError } from './storage/store-error';
import { ConversationQueue } from './turn/conversation-queue';
import { Outbox } from './turn/outbox';
import type { TurnDependencies } from './turn/turn';
import { createWidgetFiles } from './widget-files';
import { widgetSettings } from './widget-settings';

/** Longest wait for running requests when the server is told to stop. */
const stopMilliseconds = 10_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  const content = loadOrExplain(config);
  const render = createPageRenderer(pickChannelTexts(content.data.texts));
  const now = steadyClock(
    () => Date.now(),
    () => performance.now(),
  );
  const [tokenKey, hashKey] = readKeys(config);
  const store = await openStore(config.storage, now, log);
  const outbox = new Outbox(store, log, now);
  const turns: TurnDependencies = {
    content,
    respond,
    render,
    lastResort,
    store,
    queue: new ConversationQueue(),
    outbox,
    log,
    secret: hashKey,
    now,
    pause: (milliseconds) => pause(milliseconds),
    random: Math.random,
  };
  const widget = createWidgetFiles(join(packageRoot(), 'dist', 'widget'), widgetSettings(content, respond, render));
  const server = createServer(config, turns, tokenKey, widget);

  await new Promise<void>((resolve, reject) => {
    server.http.once('error', reject);
    server.http.listen(config.port, config.host, resolve);
  });
  process.stdout.write(`The guide listens on ${addressOf(server.http.address(), config.host)}\n`);

  const upkeep = startUpkeep(store, log);
  const stop = () => {
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    upkeep.stop();
    Promise.all([server.stop(), outbox.stop()])
      .then(() => store.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  if (server.messages !== null) {
    // Bot Framework takes longer to load than everything else together; the website does not wait for it.
    const { createMessages } = await import('./bot/create-messages');
    const words: Parameters<typeof createMessages>[0]['lastResort'] = (channel, language) =>
      render(lastResort(language, config.center.phone), { channel, language, page: 0 });
    const messages = createMessages({
      app: config.microsoftApp,
      takeTurn: server.takeTurn,
      sendsSummary: config.center.sendsSummary,
      lastResort: words,
      log,
    });
    server.messages.attach(messages.handle);
    outbox.start(messages.send);
  }
}

/** Keys that were not given are made once, so that tokens and conversations outlast a restart. */
function readKeys({ storage, tokenKey, hashKey }: Config): readonly [tokenKey: string, hashKey: string] {
  try {
    return [tokenKey ?? readOrMakeKey(storage.folder, 'token.key'), hashKey ?? readOrMakeKey(storage.folder, 'hash.key')];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([
      `DATA_DIR is "${storage.folder}", where keys cannot be kept (${reason}). Give a folder that the guide may write to.`,
    ]);
  }
}

/** Content that was not built is mended by a command, not by reading a stack. */
function loadOrExplain(config: Config): Content {
  try {
    return loadContent(config.center);
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}

function addressOf(address: ReturnType<import('node:net').Server['address']>, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

main().catch((error: unknown) => {
  // What an operator can mend is said in words; the rest with its stack.
  const known = error instanceof ConfigError || error instanceof StoreError || (error instanceof Error && 'syscall' in error);
  const detail = error instanceof Error ? (known ? error.message : error.stack) : String(error);
  process.stderr.write(`${detail}\n`);
  process.exit(1);
});
