import WebSocket from 'ws';
import { BrokenStore } from '../fakes/broken-store';
import { TestServer, type Visitor } from '../fakes/test-server';

/** A stream as a client sees it. */
class Stream {
  readonly texts: (string | undefined)[] = [];
  readonly ids: string[] = [];
  readonly socket: WebSocket;
  watermark = '';

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (data) => {
      const set = JSON.parse(String(data));
      this.watermark = set.watermark;
      for (const { text, id } of set.activities) {
        this.texts.push(text);
        this.ids.push(id);
      }
    });
  }

  /** Waits until `count` activities came; throws after 2 seconds. */
  async until(count: number): Promise<string[]> {
    for (let tries = 0; this.texts.length < count; tries += 1) {
      if (tries > 200) throw new Error(`only ${this.texts.length} of ${count} activities came`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.texts as string[];
  }

  close(): Promise<unknown> {
    const closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.close();
    return closed;
  }
}

const refusal = (url: string) =>
  new Promise<number | undefined>((resolve) => {
    const socket = new WebSocket(url);
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('error', () => undefined);
    socket.on('open', () => resolve(undefined));
  });

describe('the Direct Line stream', () => {
  let server: TestServer;
  let visitor: Visitor;
  let time = 0;

  beforeAll(async () => {
    server = await TestServer.start({ now: () => Date.now() + time });
  });
  beforeEach(async () => {
    time = 0;
    visitor = await server.visit();
  });
  afterAll(() => server.stop());

  it('sends what was said before and everything new, in order, each once', async () => {
    await visitor.say('one');
    const stream = new Stream(visitor.streamUrl);
    await Promise.all([visitor.say('two'), visitor.say('three'), visitor.say('four')]);
    const texts = await stream.until(9);
    expect(texts.slice(0, 3)).toEqual(['Hello', 'one', '1: one']);
    expect(new Set(stream.ids).size).toBe(9);
    expect(stream.ids).toEqual([...stream.ids].sort());
    expect(stream.watermark).toBe('9');
    await stream.close();
  });

  it('goes on after the watermark of a client that comes back', async () => {
    const first = new Stream(visitor.streamUrl);
    await first.until(1);
    await first.close();
    await visitor.say('while away');
    const path = `/v3/directline/conversations/${visitor.conversation}?watermark=${first.watermark}`;
    const { body } = await server.call('GET', path, visitor.token);
    expect(body).toMatchObject({ conversationId: visitor.conversation, streamUrl: expect.stringContaining('stream?watermark=1&t=') });
    const second = new Stream(body.streamUrl);
    expect(await second.until(2)).toEqual(['while away', '1: while away']);
    await second.close();
  });

  it('serves two windows of one conversation', async () => {
    const streams = [new Stream(visitor.streamUrl), new Stream(visitor.streamUrl)];
    await Promise.all(streams.map((stream) => stream.until(1)));
    await visitor.say('hi');
    for (const stream of streams) expect(await stream.until(3)).toEqual(['Hello', 'hi', '1: hi']);
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it('takes the empty frames by which clients show that they are there', async () => {
    const stream = new Stream(visitor.streamUrl);
    await stream.until(1);
    stream.socket.send('');
    stream.socket.send('');
    await visitor.say('hi');
    await stream.until(3);
    await stream.close();
  });

  it('confirms a deletion on an open stream', async () => {
    const stream = new Stream(visitor.streamUrl);
    await stream.until(1);
    await visitor.say('delete');
    expect((await stream.until(3)).sort()).toEqual(['1: delete', 'Hello', 'delete']);
    await stream.close();
  });

  it('cuts off a client that takes nothing, and lets it read on when it comes back', async () => {
    const stream = new Stream(visitor.streamUrl);
    await stream.until(1);
    // The client is there, but its network takes nothing in any more.
    Reflect.get(stream.socket, '_socket').pause();
    const closed = new Promise((resolve) => stream.socket.once('close', resolve));
    for (let index = 0; index < 120 && !server.turns.log.lines.some(({ event }) => event === 'stream-cut'); index += 1) {
      await visitor.say('x'.repeat(30_000));
    }
    expect(server.turns.log.lines.map(({ event }) => event)).toContain('stream-cut');
    Reflect.get(stream.socket, '_socket').resume();
    await closed;
    const again = new Stream(`${visitor.streamUrl.replace('watermark=', `watermark=${stream.watermark}`)}`);
    expect((await again.until(1)).length).toBeGreaterThan(0);
    await again.close();
  }, 20_000);

  it('refuses without a token, with that of another conversation, with an expired one, and after the end', async () => {
    const other = await server.visit();
    const url = (token: string) =>
      `${server.url.replace('http', 'ws')}/v3/directline/conversations/${visitor.conversation}/stream?t=${token}`;
    expect(await refusal(url(''))).toBe(401);
    expect(await refusal(url(other.token))).toBe(403);
    expect(await refusal(`${server.url.replace('http', 'ws')}/elsewhere`)).toBe(404);
    await visitor.say('delete', 'd1');
    expect(await refusal(`${url(visitor.token)}&watermark=9`)).toBe(404);
    time = 46 * 60_000;
    expect(await refusal(url(visitor.token))).toBe(403);
  });
});

describe('Direct Line with a store that fails', () => {
  it('gives danger its answer and everybody else the last resort, on a stream and by polling', async () => {
    const store = new BrokenStore();
    const server = await TestServer.start({ store });
    const visitor = await server.visit();
    expect(await visitor.texts()).toEqual(['en 911, 988, 865-234-5678']);
    expect(await visitor.say('overdose')).toMatchObject({ status: 503, body: { error: { code: 'NotKept' } } });
    expect(await visitor.texts()).toEqual(['overdose', 'Call 911 now.']);
    const stream = new Stream(visitor.streamUrl);
    await new Promise((resolve) => stream.socket.once('open', resolve));
    await visitor.say('hi');
    expect(await stream.until(2)).toEqual(['hi', 'en 911, 988, 865-234-5678']);
    expect(await visitor.read()).toMatchObject({ status: 500, body: { error: { code: 'ServerError' } } });
    store.broken = false;
    await visitor.say('hi again');
    expect(await stream.until(4)).toEqual(['hi', 'en 911, 988, 865-234-5678', 'hi again', '1: hi again']);
    await stream.close();
    await server.stop();
  });
});
