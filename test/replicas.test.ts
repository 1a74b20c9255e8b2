import WebSocket from 'ws';
import { PostgresStore } from '../src/storage/postgres-store';
import { TestServer, type Visitor } from './fakes/test-server';
import { describePostgres } from './support/describe-postgres';
import { until } from './support/until';

const replicas = 3;
const conversations = 20;
const messages = 400;

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

describePostgres('three servers on one PostgreSQL', (database) => {
  it('take each of 400 messages once, of which each is delivered three times, and show every reply once on every server, in order', async () => {
    const url = await database();
    const servers = await Promise.all(
      Array.from({ length: replicas }, () => TestServer.start({ store: new PostgresStore(url, () => Date.now()) })),
    );
    const visitors: Visitor[] = [];
    for (let index = 0; index < conversations; index += 1) visitors.push(await any(servers).visit());

    // Somebody looks at each conversation on each server.
    const streams = visitors.flatMap((visitor) =>
      servers.map((server) => {
        const seen: string[] = [];
        const { search, pathname } = new URL(visitor.streamUrl);
        const socket = new WebSocket(server.url.replace('http', 'ws') + pathname + search);
        socket.on('message', (data) => {
          seen.push(...JSON.parse(String(data)).activities.map(({ id }: { id: string }) => id));
        });
        return { visitor, socket, seen };
      }),
    );
    await until(() => streams.every(({ seen }) => seen.length === 1), 'the greetings');

    const deliveries = Array.from({ length: messages * 3 }, (_, index) => index % messages).sort(() => Math.random() - 0.5);
    const ids = new Map<number, Set<string>>();
    let next = 0;
    const deliver = async () => {
      for (let index = deliveries[next++]; index !== undefined; index = deliveries[next++]) {
        const visitor = visitors[index % conversations] as Visitor;
        const answer = await visitor.at(any(servers)).say(`message ${index}`, `id ${index}`);
        expect(answer.status).toBe(200);
        ids.set(index, (ids.get(index) ?? new Set()).add(answer.body.id));
      }
    };
    await Promise.all(Array.from({ length: 24 }, deliver));

    // The fake conversation counts: a message that was taken twice would make the count too high, one that was lost too low.
    const each = messages / conversations;
    for (const visitor of visitors) {
      const texts = await visitor.texts();
      expect(texts.flatMap((text) => /^(\d+): /.exec(text)?.[1] ?? [])).toEqual(
        Array.from({ length: each }, (_, index) => String(index + 1)),
      );
    }
    expect([...ids.values()].map(({ size }) => size)).toEqual(Array.from({ length: messages }, () => 1));
    const expected = 1 + 2 * each;
    await until(() => streams.every(({ seen }) => seen.length >= expected), 'all replies');
    for (const { seen, visitor } of streams) {
      expect(seen).toEqual(Array.from({ length: expected }, (_, index) => `${visitor.conversation}|${String(index + 1).padStart(7, '0')}`));
    }
    for (const { socket } of streams) socket.terminate();
    for (const server of servers) {
      await server.stop();
      await server.turns.store.close();
    }
  }, 60_000);

  it('confirm a deletion on every server, and none brings the conversation back', async () => {
    const url = await database();
    const servers = await Promise.all([1, 2].map(() => TestServer.start({ store: new PostgresStore(url, () => Date.now()) })));
    const [here, there] = servers as [TestServer, TestServer];
    const visitor = await here.visit();
    await visitor.say('hi', 'm1');
    await visitor.say('delete', 'm2');
    expect(await visitor.at(there).texts('3')).toEqual(['2: delete']);
    expect((await visitor.at(there).say('hi', 'm1')).status).toBe(200);
    expect((await visitor.at(there).say('hi', 'm3')).status).toBe(404);
    expect(await visitor.at(there).texts()).toEqual(['2: delete']);
    for (const server of servers) {
      await server.stop();
      await server.turns.store.close();
    }
  });
});
