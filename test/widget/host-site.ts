import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A center's website on an origin of its own: one page, with the headers that it is given, and files beside it. */
export class HostSite {
  private html = '';
  private headers: Readonly<Record<string, string>> = {};
  private readonly files = new Map<string, Buffer>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', url);
      const file = this.files.get(pathname);
      if (pathname === '/') response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...this.headers }).end(this.html);
      else if (file === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Encoding': 'gzip' }).end(file);
    });
  }

  /** Listens on `port` of this computer; 0: any free one. */
  static async start(port = 0): Promise<HostSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return new HostSite(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** What the page is from now on; `html` stands in the body. */
  serve(html: string, headers: Readonly<Record<string, string>> = {}): void {
    const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A center</title>';
    this.html = `<!doctype html><html lang="en"><head>${head}</head><body>${html}</body></html>`;
    this.headers = headers;
  }

  /** Adds a script at `path`; gives its gzipped size in bytes. */
  add(path: string, script: Buffer): number {
    const file = gzipSync(script, { level: 9 });
    this.files.set(path, file);
    return file.length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
