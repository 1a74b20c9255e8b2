import { newSession } from '../../src/conversation/new-session';
import type { Session } from '../../src/conversation/session';
import type { Commit, LoggedActivity, Store } from '../../src/storage/store';

const session: Session = { ...newSession('hash', 'en'), greeted: true };

/** A clock that tests set. */
class TestClock {
  time = 1_000_000;
  readonly now = () => this.time;
}

/** What every store has to do; `open` makes an empty one that reads the given clock. */
export function describeStore(name: string, open: (now: () => number) => Store): void {
  describe(name, () => {
    let clock: TestClock;
    let store: Store;
    const commit = (changes: Partial<Commit> = {}) =>
      store.commit({
        key: 'a',
        session,
        etag: null,
        expiresAt: clock.time + 1000,
        externalId: null,
        activities: [],
        answer: null,
        ...changes,
      });
    const entry = (text: string, externalId: string | null = null) => ({ externalId, activity: { text } });
    const etagOf = async (key = 'a') => (await store.load(key))?.etag ?? null;

    beforeEach(() => {
      clock = new TestClock();
      store = open(clock.now);
    });
    afterEach(() => store.close());

    it('gives back what was committed', async () => {
      expect(await store.load('a')).toBeNull();
      await commit({ session: { ...session, misses: 2 } });
      expect(await store.load('a')).toEqual({ session: { ...session, misses: 2 }, etag: expect.any(String) });
      expect(await store.load('b')).toBeNull();
    });

    it('refuses a commit on what somebody else has changed', async () => {
      await commit();
      const etag = await etagOf();
      expect((await commit()).kind).toBe('conflict');
      expect((await commit({ etag })).kind).toBe('committed');
      expect((await commit({ etag })).kind).toBe('conflict');
      expect((await commit({ key: 'b', etag })).kind).toBe('conflict');
    });

    it('lets one of many parallel commits through', async () => {
      await commit();
      const etag = await etagOf();
      const results = await Promise.all(Array.from({ length: 20 }, () => commit({ etag, activities: [entry('x')] })));
      expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(await store.activities('a', 0, 100)).toHaveLength(1);
    });

    it('knows an inbound id that was answered, also when the session has changed since', async () => {
      await commit({ externalId: 'm1', answer: { replies: ['hello'] } });
      expect(await store.answered('a', 'm1')).toEqual({ answer: { replies: ['hello'] } });
      expect(await store.answered('a', 'm2')).toBeNull();
      expect(await store.answered('b', 'm1')).toBeNull();
      expect(await commit({ externalId: 'm1', etag: await etagOf(), activities: [entry('x')] })).toEqual({
        kind: 'duplicate',
        answer: { replies: ['hello'] },
      });
      expect(await commit({ externalId: 'm1', etag: null })).toMatchObject({ kind: 'duplicate' });
      expect(await store.activities('a', 0, 100)).toEqual([]);
    });

    it('tells an answer of null from no answer', async () => {
      await commit({ externalId: 'm1', answer: null });
      expect(await store.answered('a', 'm1')).toEqual({ answer: null });
    });

    it('numbers the log from 1 without gaps', async () => {
      const first = await commit({ activities: [entry('a', 'm1'), entry('b')] });
      expect(first).toMatchObject({ kind: 'committed', activities: [{ seq: 1 }, { seq: 2 }] });
      await commit({ etag: await etagOf(), activities: [entry('c')] });
      expect(await store.activities('a', 0, 100)).toEqual([
        { seq: 1, externalId: 'm1', activity: { text: 'a' } },
        { seq: 2, externalId: null, activity: { text: 'b' } },
        { seq: 3, externalId: null, activity: { text: 'c' } },
      ]);
      expect((await store.activities('a', 1, 1)).map(({ seq }) => seq)).toEqual([2]);
      expect(await store.activities('a', 3, 100)).toEqual([]);
    });

    it('hides a conversation from the moment it expires, and lets a new one begin', async () => {
      await commit({ externalId: 'm1', activities: [entry('a')] });
      const etag = await etagOf();
      clock.time += 1000;
      expect(await store.load('a')).toBeNull();
      expect(await store.answered('a', 'm1')).toBeNull();
      expect(await store.activities('a', 0, 100)).toEqual([]);
      expect((await commit({ etag })).kind).toBe('conflict');
      expect(await commit({ externalId: 'm1', activities: [entry('b')] })).toMatchObject({ kind: 'committed', activities: [{ seq: 1 }] });
    });

    it('is kept longer by every commit', async () => {
      await commit();
      clock.time += 900;
      await commit({ etag: await etagOf(), expiresAt: clock.time + 1000 });
      clock.time += 900;
      expect(await store.load('a')).not.toBeNull();
    });

    it('sweeps what has expired and nothing else', async () => {
      await commit({ key: 'old' });
      await commit({ key: 'new', expiresAt: clock.time + 5000 });
      clock.time += 1000;
      expect(await store.sweep(clock.time)).toBe(1);
      expect(await store.sweep(clock.time)).toBe(0);
      expect(await store.load('new')).not.toBeNull();
    });

    it('forgets everything of one conversation', async () => {
      await commit({ externalId: 'm1', activities: [entry('a')] });
      await commit({ key: 'b' });
      await store.forget('a');
      await store.forget('never seen');
      expect([await store.load('a'), await store.answered('a', 'm1'), await store.activities('a', 0, 100)]).toEqual([null, null, []]);
      expect(await store.load('b')).not.toBeNull();
    });

    it('tells listeners of their conversation alone, until they stop', async () => {
      const heard: LoggedActivity[] = [];
      const stop = store.subscribe('a', (activities) => heard.push(...activities));
      await commit({ activities: [entry('a')] });
      await commit({ key: 'b', activities: [entry('b')] });
      await commit({ activities: [entry('conflict')] });
      stop();
      await commit({ etag: await etagOf(), activities: [entry('c')] });
      expect(heard).toEqual([{ seq: 1, externalId: null, activity: { text: 'a' } }]);
    });

    it('keeps a copy, so that later changes of an object do not reach it', async () => {
      const activity = { text: 'a' };
      await commit({ externalId: 'm1', activities: [{ externalId: null, activity }], answer: activity });
      activity.text = 'changed';
      expect(await store.activities('a', 0, 1)).toMatchObject([{ activity: { text: 'a' } }]);
      expect(await store.answered('a', 'm1')).toEqual({ answer: { text: 'a' } });
    });
  });
}
