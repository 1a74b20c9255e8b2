import { createMessages } from '../../src/bot/create-messages';
import type { MicrosoftApp } from '../../src/config';
import { FakeConnector } from './fake-connector';
import { FakeMicrosoft } from './fake-microsoft';
import { type Answer, TestServer } from './test-server';

let registered = 0;

/** The real server with a bot that is registered with Microsoft, a channel that talks to it, and Microsoft. */
export class RegisteredBot {
  /** Epoch milliseconds by which the bot looks at keys and tokens; moved by tests. */
  skipped = 0;

  private constructor(
    readonly app: MicrosoftApp,
    readonly server: TestServer,
    readonly connector: FakeConnector,
    readonly microsoft: FakeMicrosoft,
  ) {}

  static async start(change: Partial<MicrosoftApp> = {}): Promise<RegisteredBot> {
    // botbuilder keeps tokens by app id for as long as the process runs.
    registered += 1;
    const app: MicrosoftApp = {
      id: `app-${registered}`,
      password: 'secret',
      type: 'SingleTenant',
      tenantId: 'tenant-of-center',
      ...change,
    };
    const bot = new RegisteredBot(app, await TestServer.start(), await FakeConnector.start(), await FakeMicrosoft.start());
    const { server, microsoft } = bot;
    const { takeTurn, messages } = server.server;
    const now = () => Date.now() + bot.skipped;
    const { handle, send } = createMessages({ app, takeTurn, log: server.turns.log, lastResort: () => [], cloud: microsoft.cloud, now });
    messages?.attach(handle);
    server.outbox.start(send);
    return bot;
  }

  /** A message as Teams sends it. */
  activity(more: object = {}): object {
    return {
      type: 'message',
      id: `id-${Math.random()}`,
      channelId: 'msteams',
      serviceUrl: this.connector.url,
      from: { id: 'person' },
      recipient: { id: 'bot' },
      conversation: { id: 'c' },
      text: 'hi',
      ...more,
    };
  }

  /** What a channel shows with an activity; see `FakeMicrosoft.bearer`. */
  bearer(...[claims, key]: [claims?: object, key?: Parameters<FakeMicrosoft['bearer']>[3]]): string {
    return this.microsoft.bearer(this.app.id, this.connector.url, claims, key);
  }

  post(body: unknown = this.activity(), authorization: string = this.bearer(), headers: Record<string, string> = {}): Promise<Answer> {
    return this.server.call('POST', '/api/messages', undefined, body, {
      ...(authorization && { Authorization: authorization }),
      ...headers,
    });
  }

  /** Events of the log. */
  get logged(): string[] {
    return this.server.turns.log.lines.map(({ event }) => event);
  }

  async stop(): Promise<void> {
    // Replies on their way need both others.
    await this.server.stop();
    await Promise.all([this.connector.stop(), this.microsoft.stop()]);
  }
}
