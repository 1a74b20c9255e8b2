import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createPageRenderer, pickChannelTexts } from '../../src/channels';
import { type Config, readConfig } from '../../src/config';
import { packageRoot } from '../../src/content/package-root';
import { respond } from '../../src/conversation/respond';
import { createServer, type GuideServer } from '../../src/create-server';
import { Outbox } from '../../src/turn/outbox';
import type { TurnDependencies } from '../../src/turn/turn';
import { createWidgetFiles } from '../../src/widget-files';
import { widgetSettings } from '../../src/widget-settings';
import { realContent } from '../support/real-content';
import { fakeTurns } from './fake-turns';

/** What a Direct Line answer may hold; tests read what they expect. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are JSON of many shapes
  readonly body: any;
}

/** The real server on a free port of this computer. */
export class TestServer {
  private constructor(
    readonly server: GuideServer,
    readonly turns: ReturnType<typeof fakeTurns>,
    readonly outbox: Outbox,
    readonly url: string,
  ) {}

  static async start(changes: Partial<TurnDependencies> = {}, settings: Record<string, string> = {}, port = 0): Promise<TestServer> {
    const config: Config = readConfig({ CENTER_NAME: 'Test Center', CENTER_PHONE: '865-234-5678', ...settings });
    const content = changes.content ?? realContent(config.center);
    const turns = fakeTurns({ ...changes, content });
    const outbox = new Outbox(turns.store, turns.log, turns.now);
    const render = createPageRenderer(pickChannelTexts(content.data.texts));
    const widget = createWidgetFiles(join(packageRoot(), 'dist', 'widget'), widgetSettings(content, respond, render));
    const server = createServer(config, { ...turns, outbox }, 'a key for tests that has 32 characters', widget);
    await new Promise<void>((resolve) => server.http.listen(port, '127.0.0.1', resolve));
    return new TestServer(server, turns, outbox, `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`);
  }

  async stop(): Promise<void> {
    this.server.http.closeAllConnections();
    await this.server.stop();
    await this.outbox.stop();
  }

  async call(method: string, path: string, token?: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** A visitor with an open conversation. */
  async visit(body: unknown = {}): Promise<Visitor> {
    const { body: generated } = await this.call('POST', '/v3/directline/tokens/generate');
    const { body: opened } = await this.call('POST', '/v3/directline/conversations', generated.token, body);
    return new Visitor(this, opened.conversationId, opened.token, opened.streamUrl);
  }
}

/** One person's Direct Line conversation. */
export class Visitor {
  constructor(
    private readonly server: TestServer,
    readonly conversation: string,
    readonly token: string,
    readonly streamUrl: string,
  ) {}

  /** The same person at another server. */
  at(server: TestServer): Visitor {
    return new Visitor(server, this.conversation, this.token, this.streamUrl);
  }

  say(text: string, clientActivityID?: string): Promise<Answer> {
    return this.post({ type: 'message', text, from: { id: 'somebody else' }, channelData: { clientActivityID } });
  }

  post(activity: unknown): Promise<Answer> {
    return this.server.call('POST', `/v3/directline/conversations/${this.conversation}/activities`, this.token, activity);
  }

  read(watermark = ''): Promise<Answer> {
    return this.server.call('GET', `/v3/directline/conversations/${this.conversation}/activities?watermark=${watermark}`, this.token);
  }

  async texts(watermark = ''): Promise<string[]> {
    const { body } = await this.read(watermark);
    return body.activities.map((activity: { text?: string }) => activity.text);
  }
}
