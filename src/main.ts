import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createPageRenderer, pickChannelTexts } from './channels';
import { type Config, ConfigError, loadConfig } from './config';
import type { Content } from './content/content';
import { loadContent } from './content/load-content';
import { respond } from './conversation/respond';
import { createServer } from './create-server';
import { createLogger } from './logger';
import { lastResort } from './safety/last-resort';
import { MemoryStore } from './storage/memory-store';
import { ConversationQueue } from './turn/conversation-queue';
import type { TurnDependencies } from './turn/turn';

const sweepMilliseconds = 60_000;
/** Longest wait for running requests when the server is told to stop. */
const stopMilliseconds = 10_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  if (config.production && config.tokenKey === null) log.warn('token-key-made-at-start');
  const tokenKey = config.tokenKey ?? randomBytes(32).toString('hex');
  const content = loadOrExplain(config);
  const render = createPageRenderer(pickChannelTexts(content.data.texts));
  const now = () => Date.now();
  const store = new MemoryStore(now);
  const turns: TurnDependencies = {
    content,
    respond,
    render,
    lastResort,
    store,
    queue: new ConversationQueue(),
    log,
    secret: tokenKey,
    now,
    pause: (milliseconds) => pause(milliseconds),
    random: Math.random,
  };
  const server = createServer(config, turns, tokenKey);

  await new Promise<void>((resolve, reject) => {
    server.http.once('error', reject);
    server.http.listen(config.port, config.host, resolve);
  });
  process.stdout.write(`The guide listens on ${addressOf(server.http.address(), config.host)}\n`);

  const sweep = setInterval(() => {
    store.sweep(now()).catch((error: unknown) => log.error('sweep-failed', {}, error));
  }, sweepMilliseconds);

  const stop = () => {
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    clearInterval(sweep);
    server
      .stop()
      .then(() => store.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  if (server.messages !== null) {
    // Bot Framework takes longer to load than everything else together; the website does not wait for it.
    const { messagesHandler } = await import('./bot/messages-handler');
    const words: Parameters<typeof messagesHandler>[0]['lastResort'] = (channel, language) =>
      render(lastResort(language, config.center.phone), { channel, language, page: 0 });
    server.messages.attach(messagesHandler({ app: config.microsoftApp, takeTurn: server.takeTurn, lastResort: words, log }));
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
  const known = error instanceof ConfigError || (error instanceof Error && 'syscall' in error);
  const detail = error instanceof Error ? (known ? error.message : error.stack) : String(error);
  process.stderr.write(`${detail}\n`);
  process.exit(1);
});
