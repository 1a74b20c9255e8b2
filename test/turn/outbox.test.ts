import { newSession } from '../../src/conversation/new-session';
import { MemoryStore } from '../../src/storage/memory-store';
import type { ClaimedOutbox, Json } from '../../src/storage/store';
import { Outbox, type Send } from '../../src/turn/outbox';
import { FakeLog } from '../fakes/fake-log';
import { until } from '../support/until';

/** A store whose outbox fails while `broken` is set, and keeps what was sent while `wipes` is not. */
class ShakyStore extends MemoryStore {
  broken = false;
  wipes = true;

  override async delivered(key: string, seq: number): Promise<void> {
    if (!this.wipes) throw new Error('away');
    return super.delivered(key, seq);
  }

  override async claim(key: string, until: number): Promise<ClaimedOutbox | null> {
    if (this.broken) throw new Error('away');
    return super.claim(key, until);
  }
}

describe('the outbox', () => {
  let time: number;
  let store: ShakyStore;
  let log: FakeLog;
  let sent: string[];
  const boxes: Outbox[] = [];
  const now = () => time;
  const put = async (key: string, ...texts: string[]) => {
    const etag = (await store.load(key, null)).stored?.etag ?? null;
    const replies = texts.map((text) => ({ activity: { text }, address: { to: key } }));
    await store.commit({ key, etag, session: newSession('hash', 'en'), expiresAt: time + 1e9, inbound: null, replies, counts: [] });
  };
  const open = (send: Send) => {
    const box = new Outbox(store, log, now);
    boxes.push(box);
    box.start(send);
    return box;
  };
  const take: Send = async (address: Json, activity: Json) => {
    sent.push(`${address['to']}: ${activity['text']}`);
    return 'sent';
  };

  beforeEach(() => {
    time = 1_700_000_000_000;
    store = new ShakyStore(now);
    log = new FakeLog();
    sent = [];
  });
  afterEach(() => Promise.all(boxes.splice(0).map((box) => box.stop())));

  it('sends what is said to danger at once, however the replies before it fare', async () => {
    await put('a', 'hangs');
    const box = open(async (address, activity) => {
      if (activity['text'] === 'hangs') await new Promise(() => undefined);
      return take(address, activity);
    });
    await until(async () => (await store.claim('a', time + 1)) === null);
    await put('a', 'Call 911', 'Give naloxone');
    const replies = (await store.activities('a', 1, 10)).map(({ seq, activity }) => ({ seq, activity }));
    box.sendFirst('a', replies, { to: 'a' });
    await until(() => sent.length === 2);
    expect(sent).toEqual(['a: Call 911', 'a: Give naloxone']);
    boxes.splice(0);
  });

  it('keeps what is said to danger and could not be sent, and sends it once', async () => {
    let fails = true;
    const box = open(async (address, activity) => {
      if (fails) throw new Error('away');
      return take(address, activity);
    });
    await put('a', 'Call 911');
    box.sendFirst('a', await store.activities('a', 0, 10), { to: 'a' });
    await until(() => log.lines.some(({ event }) => event === 'delivery-failed'));
    fails = false;
    time += 60_000;
    box.wake('a');
    await until(() => sent.length > 0);
    expect(sent).toEqual(['a: Call 911']);
  });

  it('sends what an earlier process left, and what it is woken for, in order', async () => {
    await put('a', 'one', 'two');
    const box = open(take);
    await until(() => sent.length === 2);
    await put('a', 'three');
    box.wake('a');
    await until(() => sent.length === 3);
    expect(sent).toEqual(['a: one', 'a: two', 'a: three']);
    expect(await store.waiting(10)).toEqual([]);
  });

  it('begins at once, not with the first look for what nobody sends', async () => {
    jest.useFakeTimers();
    try {
      await put('a', 'one');
      open(take);
      await jest.advanceTimersByTimeAsync(0);
      expect(sent).toEqual(['a: one']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('sends what it is woken for while it finds that nothing waits', async () => {
    /** A store that takes a while to say what waits, and in which nobody looks for what nobody sends. */
    class SlowStore extends ShakyStore {
      override async waiting(): Promise<readonly string[]> {
        return [];
      }

      override async claim(key: string, until: number): Promise<ClaimedOutbox | null> {
        const claimed = await super.claim(key, until);
        await new Promise((resolve) => setTimeout(resolve, 20));
        return claimed;
      }
    }
    store = new SlowStore(now);
    const box = open(take);
    box.wake('a');
    await put('a', 'one');
    box.wake('a');
    await until(() => sent.length === 1);
  });

  it('tries again later and later, and keeps the order', async () => {
    let fails = 2;
    const waits: number[] = [];
    class WatchedStore extends ShakyStore {
      override async release(key: string, retryAt: number | null): Promise<void> {
        if (retryAt !== null) waits.push(retryAt - time);
        await super.release(key, retryAt);
      }
    }
    store = new WatchedStore(now);
    await put('a', 'one', 'two');
    const box = open(async (address, activity) => {
      if (fails-- > 0) throw new Error('busy');
      return take(address, activity);
    });
    await until(() => waits.length === 1);
    box.wake('a');
    expect(sent).toEqual([]);
    time += 1000;
    box.wake('a');
    await until(() => waits.length === 2);
    time += 2000;
    box.wake('a');
    await until(() => sent.length === 2);
    expect(waits).toEqual([1000, 2000]);
    expect(sent).toEqual(['a: one', 'a: two']);
    expect(log.lines.map(({ event }) => event)).toEqual(['delivery-failed', 'delivery-failed']);
  });

  it('does not wait longer than a minute between two tries', async () => {
    await put('a', 'one');
    await store.claim('a', time);
    for (let failed = 0; failed < 8; failed += 1) await store.release('a', time);
    let tries = 0;
    const box = open(async () => {
      tries += 1;
      throw new Error('busy');
    });
    await until(() => log.lines.length === 1);
    time += 59_999;
    expect(await store.waiting(10)).toEqual([]);
    time += 1;
    box.wake('a');
    await until(() => tries === 2);
  });

  it('drops what the channel will never take, and sends the rest', async () => {
    await put('a', 'one', 'two');
    open(async (address, activity) => (activity['text'] === 'one' ? 'refused' : take(address, activity)));
    await until(() => sent.length === 1);
    expect(sent).toEqual(['a: two']);
    expect(log.lines.map(({ event }) => event)).toEqual(['delivery-refused']);
  });

  it('sends nothing twice when two servers look at once', async () => {
    const slow: Send = async (address, activity) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return take(address, activity);
    };
    const [one, two] = [open(slow), open(slow)];
    for (let index = 0; index < 10; index += 1) {
      await put('a', `${index}`);
      one.wake('a');
      two.wake('a');
    }
    await until(() => sent.length >= 10);
    await Promise.all([one.stop(), two.stop()]);
    expect(sent).toEqual(Array.from({ length: 10 }, (_, index) => `a: ${index}`));
  });

  it('loses nothing while the store is away', async () => {
    await put('a', 'one');
    store.broken = true;
    const box = open(take);
    await until(() => log.lines.length > 0);
    store.broken = false;
    box.wake('a');
    await until(() => sent.length === 1);
  });

  it('sends again what it could not wipe, when its claim has ended', async () => {
    await put('a', 'one', 'two');
    store.wipes = false;
    const box = open(take);
    await until(() => log.lines.length > 0);
    expect(sent).toEqual(['a: one']);
    store.wipes = true;
    time += 30_000;
    box.wake('a');
    await until(() => sent.length === 3);
    expect(sent).toEqual(['a: one', 'a: one', 'a: two']);
  });

  it('leaves what another server sends alone until that is taken to be dead', async () => {
    await put('a', 'one');
    await store.claim('a', time + 30_000);
    const box = open(take);
    time += 29_999;
    box.wake('a');
    await box.stop();
    expect(sent).toEqual([]);
    time += 1;
    open(take);
    await until(() => sent.length === 1);
  });

  it('ends what it is sending before it stops, and begins nothing more', async () => {
    await put('a', 'one');
    let begun = 0;
    const box = open(async (address, activity) => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 30));
      return take(address, activity);
    });
    await until(() => begun === 1);
    await box.stop();
    expect(sent).toEqual(['a: one']);
    await put('a', 'two');
    box.wake('a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(begun).toBe(1);
  });
});
