import type { Activity, DirectLine as DirectLineClient } from 'botframework-directlinejs';
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';
import { TestServer } from '../fakes/test-server';

// Microsoft's client takes these two from the browser, when it is loaded.
Object.assign(globalThis, { XMLHttpRequest, WebSocket });
const { DirectLine, ConnectionStatus } = jest.requireActual<typeof import('botframework-directlinejs')>('botframework-directlinejs');

/** A person with Microsoft's unmodified client. */
class Person {
  readonly heard: {
    readonly id: string | undefined;
    readonly text: string | undefined;
    readonly from: string | undefined;
    readonly client: unknown;
  }[] = [];
  status = -1;
  private readonly stops: { unsubscribe(): void }[];

  constructor(readonly client: DirectLineClient) {
    this.stops = [
      client.connectionStatus$.subscribe((status) => {
        this.status = status;
      }),
      client.activity$.subscribe((activity: Activity) => {
        if (activity.type !== 'message') return;
        this.heard.push({ id: activity.id, text: activity.text, from: activity.from.role, client: activity.channelData?.clientActivityID });
      }),
    ];
  }

  say(text: string, clientActivityID?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.client.postActivity({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } }).subscribe(resolve, reject);
    });
  }

  async until(count: number): Promise<(string | undefined)[]> {
    for (let tries = 0; this.heard.length < count; tries += 1) {
      if (tries > 400) throw new Error(`only ${this.heard.length} of ${count} activities came`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.heard.map(({ text }) => text);
  }

  leave(): void {
    for (const stop of this.stops) stop.unsubscribe();
    this.client.end();
  }
}

describe.each([
  ['WebSocket', true],
  ['polling', false],
])("Microsoft's Direct Line client over %s", (_way, webSocket) => {
  let server: TestServer;
  let person: Person;
  const connect = (token: string, more: object = {}) =>
    new Person(new DirectLine({ domain: `${server.url}/v3/directline`, token, webSocket, pollingInterval: 200, ...more }));

  beforeAll(async () => {
    server = await TestServer.start();
  });
  beforeEach(async () => {
    const { body } = await server.call('POST', '/v3/directline/tokens/generate');
    person = connect(body.token, { conversationStartProperties: { locale: 'es-US' } });
    await person.until(1);
  });
  afterEach(() => person.leave());
  afterAll(() => server.stop());

  it('is greeted in its language and is online', () => {
    expect(person.heard).toMatchObject([{ text: 'Hola', from: 'bot' }]);
    expect(person.status).toBe(ConnectionStatus.Online);
  });

  it('talks', async () => {
    const id = await person.say('hi', 'client-1');
    await person.until(3);
    expect(person.heard.slice(1)).toMatchObject([
      { id, text: 'hi', from: 'user', client: 'client-1' },
      { text: '1: hi', from: 'bot' },
    ]);
  });

  it('hears everything in order when a person writes fast', async () => {
    for (let count = 0; count < 10; count += 1) void person.say('hi');
    const texts = await person.until(21);
    expect(texts.filter((text) => text?.includes(': hi'))).toEqual(Array.from({ length: 10 }, (_, index) => `${index + 1}: hi`));
    expect(new Set(person.heard.map(({ id }) => id)).size).toBe(21);
  });

  it('comes back by watermark and has missed nothing', async () => {
    await person.say('one');
    await person.until(3);
    const { conversationId, token, watermark } = person.client as unknown as Record<'conversationId' | 'token' | 'watermark', string>;
    person.leave();
    await server.call('POST', `/v3/directline/conversations/${conversationId}/activities`, token, { type: 'message', text: 'while away' });
    person = connect(token, { conversationId, watermark });
    expect(await person.until(2)).toEqual(['while away', '2: while away']);
  });
});
