import { newSession } from '../../src/conversation/new-session';
import type { Session } from '../../src/conversation/session';
import type { Commit, Json, LoggedActivity, Store } from '../../src/storage/store';

const session: Session = { ...newSession('hash', 'en'), greeted: true };
const address: Json = { conversation: { id: 'phone' } };

/** A clock that tests set. */
class TestClock {
  time = 1_700_000_000_000;
  readonly now = () => this.time;
}

/** What every store has to do; `open` makes an empty one that reads the given clock. */
export function describeStore(name: string, open: (now: () => number) => Promise<Store>): void {
  describe(name, () => {
    let clock: TestClock;
    let store: Store;
    const commit = (changes: Partial<Commit> = {}) =>
      store.commit({
        key: 'a',
        session,
        etag: null,
        expiresAt: clock.time + 1000,
        inbound: null,
        replies: [],
        counts: [],
        ...changes,
      });
    const message = (key: string, text?: string) => ({ key, activity: text === undefined ? null : { text } });
    const reply = (text: string, to: Json | null = null) => ({ activity: { text }, address: to });
    const etagOf = async (key = 'a') => (await store.load(key, null)).stored?.etag ?? null;
    const textsOf = async (key = 'a') => (await store.activities(key, 0, 100)).map(({ activity }) => activity['text']);

    beforeEach(async () => {
      clock = new TestClock();
      store = await open(clock.now);
    });
    afterEach(() => store.close());

    it('gives back what was committed', async () => {
      expect(await store.load('a', null)).toEqual({ stored: null, earlier: null });
      await commit({ session: { ...session, misses: 2 } });
      expect(await store.load('a', null)).toEqual({
        stored: { session: { ...session, misses: 2 }, etag: expect.any(String) },
        earlier: null,
      });
      expect((await store.load('b', null)).stored).toBeNull();
    });

    it('keeps every character and any key', async () => {
      const odd = `b'"\\%_/; DROP TABLE session; -- \u{1F489} ñ \u2028`;
      await commit({ key: odd, inbound: message('m', odd), replies: [reply(odd)] });
      expect(await textsOf(odd)).toEqual([odd, odd]);
      expect(await textsOf('b')).toEqual([]);
    });

    it('refuses a commit on what somebody else has changed', async () => {
      await commit();
      const etag = await etagOf();
      expect((await commit()).kind).toBe('conflict');
      expect((await commit({ etag })).kind).toBe('committed');
      expect((await commit({ etag })).kind).toBe('conflict');
      expect((await commit({ key: 'b', etag })).kind).toBe('conflict');
    });

    it.each([true, false])('lets one of many parallel commits through; somebody was here before: %s', async (before) => {
      if (before) await commit();
      const etag = await etagOf();
      const results = await Promise.all(Array.from({ length: 20 }, () => commit({ etag, replies: [reply('x')], counts: ['x'] })));
      expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(await textsOf()).toEqual(['x']);
      expect(await store.tallies('2000-01-01')).toMatchObject([{ name: 'x', count: 1 }]);
    });

    it('knows a message that was answered, and what was answered, also when the session has changed since', async () => {
      await commit({ inbound: message('m1', 'hi'), replies: [reply('hello'), reply('who is it about?')] });
      await commit({ etag: await etagOf(), inbound: message('m2'), replies: [reply('next')] });
      await commit({ etag: await etagOf(), replies: [reply('from nobody')] });
      const earlier = async (key: string, of: string) => (await store.load(key, of)).earlier;
      expect(await earlier('a', 'm1')).toEqual({
        seq: 1,
        replies: [
          { seq: 2, activity: { text: 'hello' } },
          { seq: 3, activity: { text: 'who is it about?' } },
        ],
      });
      expect(await earlier('a', 'm2')).toEqual({ seq: 4, replies: [{ seq: 5, activity: { text: 'next' } }] });
      expect(await earlier('a', 'm3')).toBeNull();
      expect(await earlier('b', 'm1')).toBeNull();
    });

    it('does not take the same message twice, even where the session was read afterwards', async () => {
      await commit({ inbound: message('m1'), replies: [reply('hello')] });
      const again = commit({ etag: await etagOf(), inbound: message('m1'), replies: [reply('again')] });
      expect((await again).kind).toBe('conflict');
      expect(await textsOf()).toEqual(['hello']);
    });

    it('numbers the log from 1 without gaps', async () => {
      const first = await commit({ inbound: message('m1', 'a'), replies: [reply('b')] });
      expect(first).toEqual({
        kind: 'committed',
        inboundSeq: 1,
        logged: [
          { seq: 1, activity: { text: 'a' } },
          { seq: 2, activity: { text: 'b' } },
        ],
      });
      expect(await commit({ etag: await etagOf(), replies: [reply('c')] })).toMatchObject({ inboundSeq: null, logged: [{ seq: 3 }] });
      expect(await textsOf()).toEqual(['a', 'b', 'c']);
      expect((await store.activities('a', 1, 1)).map(({ seq }) => seq)).toEqual([2]);
      expect(await store.activities('a', 3, 100)).toEqual([]);
    });

    it('hides a conversation from the moment it expires, and lets a new one begin', async () => {
      await commit({ inbound: message('m1', 'a'), replies: [reply('b', address)] });
      const etag = await etagOf();
      clock.time += 1000;
      expect(await store.load('a', 'm1')).toEqual({ stored: null, earlier: null });
      expect(await textsOf()).toEqual([]);
      expect(await store.waiting(10)).toEqual([]);
      expect((await commit({ etag })).kind).toBe('conflict');
      expect(await commit({ inbound: message('m1', 'c') })).toMatchObject({ kind: 'committed', inboundSeq: 1 });
      expect(await textsOf()).toEqual(['c']);
    });

    it('is kept longer by every commit', async () => {
      await commit({ replies: [reply('a')] });
      clock.time += 900;
      await commit({ etag: await etagOf(), expiresAt: clock.time + 1000 });
      clock.time += 900;
      expect(await textsOf()).toEqual(['a']);
    });

    it('sweeps what has expired and nothing else', async () => {
      for (let index = 0; index < 45; index += 1) await commit({ key: `old ${index}`, replies: [reply('a')] });
      await commit({ key: 'new', expiresAt: clock.time + 5000, replies: [reply('b')] });
      clock.time += 1000;
      expect(await store.sweep()).toBe(45);
      expect(await store.sweep()).toBe(0);
      expect(await textsOf('new')).toEqual(['b']);
      clock.time -= 1000;
      expect(await textsOf('old 7')).toEqual([]);
    });

    it('deletes a conversation but for the last words, and knows late resends', async () => {
      await commit({ inbound: message('m1', 'heroin'), replies: [reply('answer')] });
      await commit({ etag: await etagOf(), inbound: message('m2', 'more'), replies: [reply('waits', address)] });
      const deleted = await commit({
        etag: await etagOf(),
        session: null,
        inbound: message('m3'),
        replies: [reply('all is deleted')],
        expiresAt: clock.time + 500,
      });
      expect(deleted).toEqual({ kind: 'committed', inboundSeq: 5, logged: [{ seq: 6, activity: { text: 'all is deleted' } }] });
      expect(await textsOf()).toEqual(['all is deleted']);
      expect(await store.waiting(10)).toEqual([]);
      expect(await store.load('a', 'm1')).toEqual({
        stored: { session: null, etag: expect.any(String) },
        earlier: { seq: 1, replies: [] },
      });
      expect((await store.load('a', 'm3')).earlier).toEqual({ seq: 5, replies: [{ seq: 6, activity: { text: 'all is deleted' } }] });
      expect((await commit()).kind).toBe('conflict');
      clock.time += 500;
      expect(await store.load('a', 'm1')).toEqual({ stored: null, earlier: null });
      expect(await store.sweep()).toBe(1);
    });

    it('deletes where nothing was kept any more', async () => {
      expect((await commit({ session: null, inbound: message('m1'), replies: [reply('deleted')] })).kind).toBe('committed');
      expect(await textsOf()).toEqual(['deleted']);
      expect((await store.load('a', 'm1')).stored?.session).toBeNull();
    });

    it('lets a conversation begin again on its tombstone', async () => {
      await commit({ inbound: message('m1', 'a') });
      await commit({ etag: await etagOf(), session: null });
      expect(await commit({ etag: await etagOf(), inbound: message('m2', 'b') })).toMatchObject({ kind: 'committed', inboundSeq: 2 });
      expect((await store.load('a', 'm1')).earlier).toEqual({ seq: 1, replies: [] });
      expect(await textsOf()).toEqual(['b']);
    });

    it('knows who asked for no more texts after the conversation is gone, until that number asks again', async () => {
      expect(await store.isOptedOut('number')).toBe(false);
      await commit({ optOut: { key: 'number', isOut: true } });
      expect((await commit({ optOut: { key: 'other', isOut: true } })).kind).toBe('conflict');
      expect([await store.isOptedOut('number'), await store.isOptedOut('other')]).toEqual([true, false]);
      await commit({ etag: await etagOf(), optOut: { key: 'number', isOut: true } });
      await commit({ etag: await etagOf(), session: null });
      clock.time += 1000;
      await store.sweep();
      expect(await store.isOptedOut('number')).toBe(true);
      await commit();
      expect(await store.isOptedOut('number')).toBe(true);
      await commit({ etag: await etagOf(), optOut: { key: 'number', isOut: false } });
      expect(await store.isOptedOut('number')).toBe(false);
    });

    it('tells listeners of their conversation alone, until they stop', async () => {
      const heard: LoggedActivity[] = [];
      const stop = store.subscribe('a', (logged) => heard.push(...logged));
      await commit({ replies: [reply('a')] });
      await commit({ key: 'b', replies: [reply('b')] });
      await commit({ replies: [reply('conflict')] });
      stop();
      await commit({ etag: await etagOf(), replies: [reply('c')] });
      expect(heard).toEqual([{ seq: 1, activity: { text: 'a' } }]);
    });

    it('keeps a copy, so that later changes of an object do not reach it', async () => {
      const activity = { text: 'a' };
      await commit({ replies: [{ activity, address: null }] });
      activity.text = 'changed';
      expect(await textsOf()).toEqual(['a']);
    });

    it('hands a reply that waits to one sender at a time, and wipes it when it was sent', async () => {
      await commit({ inbound: message('m1'), replies: [reply('first', address), reply('second', address)] });
      await commit({ key: 'b', replies: [reply('read from the log')] });
      expect(await store.waiting(10)).toEqual(['a']);
      expect(await store.claim('b', clock.time + 100)).toBeNull();
      const claimed = await store.claim('a', clock.time + 100);
      expect(claimed).toEqual({
        tries: 0,
        replies: [
          { seq: 2, activity: { text: 'first' }, address },
          { seq: 3, activity: { text: 'second' }, address },
        ],
      });
      expect([await store.claim('a', clock.time + 100), await store.waiting(10)]).toEqual([null, []]);
      await store.delivered('a', 2);
      await store.release('a', null);
      expect(await store.claim('a', clock.time + 100)).toMatchObject({ tries: 0, replies: [{ seq: 3 }] });
      await store.delivered('a', 3);
      await store.release('a', null);
      expect([await store.waiting(10), await textsOf()]).toEqual([[], []]);
    });

    it('frees the claim of a sender that died, and counts tries that failed', async () => {
      await commit({ replies: [reply('first', address)], expiresAt: clock.time + 10_000 });
      await store.claim('a', clock.time + 100);
      clock.time += 100;
      expect(await store.waiting(10)).toEqual(['a']);
      expect(await store.claim('a', clock.time + 100)).not.toBeNull();
      await store.release('a', clock.time + 300);
      clock.time += 299;
      expect(await store.claim('a', clock.time + 100)).toBeNull();
      clock.time += 1;
      expect(await store.claim('a', clock.time + 100)).toMatchObject({ tries: 1 });
    });

    it('counts by day and name, and keeps counts when conversations go', async () => {
      await commit({ counts: ['started', 'topic:detox'] });
      await commit({ key: 'b', counts: ['started'] });
      clock.time += 86_400_000;
      await commit({ counts: ['started'] });
      await store.sweep();
      const counts = await store.tallies('2000-01-01');
      expect([...counts].sort((a, b) => `${a.day}${a.name}`.localeCompare(`${b.day}${b.name}`))).toEqual([
        { day: '2023-11-14', name: 'started', count: 2 },
        { day: '2023-11-14', name: 'topic:detox', count: 1 },
        { day: '2023-11-15', name: 'started', count: 1 },
      ]);
      expect(await store.tallies('2023-11-15')).toHaveLength(1);
    });

    it('takes 20 parallel read-and-commit turns when each waits for the others', async () => {
      const turn = (index: number) =>
        store.exclusively('a', async (steps) => {
          for (;;) {
            const { stored } = await steps.load('a', null);
            const misses = (stored?.session?.misses ?? 0) + 1;
            const result = await steps.commit({
              key: 'a',
              etag: stored?.etag ?? null,
              session: { ...session, misses },
              expiresAt: clock.time + 1000,
              inbound: message(`m${index}`),
              replies: [],
              counts: [],
            });
            if (result.kind === 'committed') return;
          }
        });
      await Promise.all(Array.from({ length: 20 }, (_, index) => turn(index)));
      expect((await store.load('a', null)).stored?.session?.misses).toBe(20);
    });
  });
}
