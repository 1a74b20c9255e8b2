import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botframework-schema';
import { until } from '../support/until';

/** An activity that takes the place of one that was sent. */
export interface Update {
  /** Of the activity that is replaced. */
  readonly id: string;
  readonly activity: Partial<Activity>;
  /** How many activities had been sent to any conversation before it came. */
  readonly after: number;
}

/** The channel's side of Bot Framework: takes the activities that a bot sends, and those that replace others. */
export class FakeConnector {
  readonly sent: Partial<Activity>[] = [];
  readonly updated: Update[] = [];
  /** With what the bot showed who it is, one for each activity that was taken. */
  readonly authorizations: (string | undefined)[] = [];
  /** HTTP status to answer with instead of taking anything; `silence`: no answer at all. */
  failure: number | 'silence' | null = null;
  /** The same for what would replace an activity. */
  updateFailure: number | 'silence' | null = null;
  refused = 0;
  updatesRefused = 0;
  private readonly unanswered: ServerResponse[] = [];
  private readonly byConversation = new Map<string, Partial<Activity>[]>();

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
        const status =
          request.method === 'PUT'
            ? connector.takeUpdate(request.url ?? '', JSON.parse(body))
            : connector.take(JSON.parse(body), request.headers.authorization);
        if (status === 'silence') {
          connector.unanswered.push(response);
          return;
        }
        response.writeHead(status, { 'Content-Type': 'application/json' });
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

  /** What was sent to one conversation, each under the id that it was given. */
  sentTo(conversation: string): readonly Partial<Activity>[] {
    return this.byConversation.get(conversation) ?? [];
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
    // Whoever got an answer does not try again.
    for (const response of this.unanswered) response.writeHead(404).end();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(activity: Partial<Activity>, authorization: string | undefined): number | 'silence' {
    if (this.failure !== null) {
      this.refused += 1;
      return this.failure;
    }
    this.sent.push(activity);
    this.authorizations.push(authorization);
    const conversation = activity.conversation?.id ?? '';
    this.byConversation.set(conversation, [...this.sentTo(conversation), { ...activity, id: String(this.sent.length) }]);
    return 200;
  }

  private takeUpdate(url: string, activity: Partial<Activity>): number | 'silence' {
    if (this.updateFailure !== null) {
      this.updatesRefused += 1;
      return this.updateFailure;
    }
    this.updated.push({ id: decodeURIComponent(url.split('/').at(-1) ?? ''), activity, after: this.sent.length });
    return 200;
  }
}
