import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The channel's side of Bot Framework: takes the activities that a bot sends. */
export class FakeConnector {
  readonly sent: { readonly type?: string; readonly text?: string; readonly replyToId?: string }[] = [];
  failing = false;

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
        if (!connector.failing) connector.sent.push(JSON.parse(body));
        response.writeHead(connector.failing ? 400 : 200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ id: String(connector.sent.length) }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const connector = new FakeConnector(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return connector;
  }

  get texts(): (string | undefined)[] {
    return this.sent.map(({ text }) => text);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
