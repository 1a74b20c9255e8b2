import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A center's website on an origin of its own: one page, with the headers that it is given. */
export class HostSite {
  private constructor(
    private readonly server: Server,
    readonly url: string,
    private readonly served: { html: string; headers: Readonly<Record<string, string>> },
  ) {}

  static async start(): Promise<HostSite> {
    const served = { html: '', headers: {} };
    const server = createServer((request, response) => {
      if (request.url !== '/') return response.writeHead(404).end();
      return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...served.headers }).end(served.html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new HostSite(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, served);
  }

  /** What the page is from now on; `html` stands in the body. */
  serve(html: string, headers: Readonly<Record<string, string>> = {}): void {
    this.served.html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A center</title></head><body>${html}</body></html>`;
    this.served.headers = headers;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
