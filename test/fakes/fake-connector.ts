import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../support/until';

/** The channel's side of Bot Framework: takes the activities that a bot sends. */
export class FakeConnector {
  readonly sent: { readonly type?: string; readonly text?: string; readonly summary?: string; readonly replyToId?: string }[] = [];
  /** With what the bot showed who it is, one for each activity that was taken. */
  readonly authorizations: (string | undefined)[] = [];
  /** HTTP status to answer with instead of taking anything. */
  failure: number | null = null;
  refused = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<FakeConnector> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        if (connector.failure === null) {
          connector.sent.push(JSON.parse(body));
          connector.authorizations.push(request.headers.authorization);
        } else connector.refused += 1;
        response.writeHead(connector.failure ?? 200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ id: String(connector.sent.length) }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const connector = new FakeConnector(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return connector;
  }

  get texts(): (string | undefined)[] {
    // Danger is a card, whose words stand in the notification as well.
    return this.sent.map(({ text, summary }) => text ?? summary);
  }

  /** Waits until `count` activities came; gives their texts. Throws after 20 seconds. */
  async until(count: number): Promise<(string | undefined)[]> {
    await until(() => this.sent.length >= count, `${count} activities`);
    return this.texts;
  }

  /** Waits until `count` activities were refused. Throws after 20 seconds. */
  untilRefused(count: number): Promise<void> {
    return until(() => this.refused >= count, `${count} refusals`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
