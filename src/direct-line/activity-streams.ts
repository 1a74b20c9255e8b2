import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { HttpError } from '../http-error';
import type { Log } from '../log';
import { admit } from './admit';
import type { Conversations } from './conversations';
import { sendActivities } from './send-activities';
import type { Tokens } from './tokens';
import { readWatermark } from './watermark';

const streamPath = /^\/v3\/directline\/conversations\/([\w-]+)\/stream$/;
const pingMilliseconds = 30_000;
const closeMilliseconds = 2000;
/** Clients send only empty frames, as a sign of life. */
const longestFrame = 1024;

/** The WebSocket part of Direct Line 3.0: the server sends `{activities, watermark}`, the client nothing of importance. */
export class ActivityStreams {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: longestFrame });
  private readonly alive = new WeakSet<WebSocket>();
  private readonly pings: NodeJS.Timeout;

  constructor(
    private readonly tokens: Tokens,
    private readonly conversations: Conversations,
    private readonly log: Log,
  ) {
    // A phone that lost its network never says so.
    this.pings = setInterval(() => this.dropSilent(), pingMilliseconds).unref();
  }

  /** Answers the upgrade requests of `server`; those that are not for a stream get an HTTP error. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      this.accept(request, socket, head).catch((error: unknown) => {
        const status = error instanceof HttpError ? error.status : 500;
        if (status === 500) this.log.error('stream-failed', {}, error);
        refuse(socket, status);
      });
    });
  }

  /** Tells every client to come back later, and stops. */
  close(): void {
    clearInterval(this.pings);
    for (const client of this.server.clients) client.close(1001);
    // A client that has gone away without a word does not hold up the server.
    setTimeout(() => {
      for (const client of this.server.clients) client.terminate();
    }, closeMilliseconds).unref();
    this.server.close();
  }

  private async accept(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const conversation = streamPath.exec(url.pathname)?.[1];
    if (conversation === undefined) throw new HttpError(404, 'NotFound', 'There is no stream here.');
    const holder = admit(this.tokens, url.searchParams.get('t') ?? '', conversation);
    const after = readWatermark(url.searchParams.get('watermark'));
    // Without a store there is nothing to read, but last words in danger to hear.
    await this.conversations.expectStream(holder, conversation, after);
    this.server.handleUpgrade(request, socket, head, (client) => {
      this.watch(client);
      const stop = sendActivities(this.conversations, conversation, after, client, this.log);
      client.once('close', stop);
    });
  }

  private watch(client: WebSocket): void {
    const mark = () => this.alive.add(client);
    mark();
    client.on('pong', mark);
    client.on('message', mark);
    // `close` follows; without a listener the error would end the process.
    client.on('error', () => undefined);
  }

  private dropSilent(): void {
    for (const client of this.server.clients) {
      if (!this.alive.delete(client)) client.terminate();
      else client.ping();
    }
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
