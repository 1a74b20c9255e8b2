import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log';
import type { Json, LoggedActivity, Store } from '../storage/store';

/** Sends one activity. Resolves with `refused` when the channel will never take it; rejects when it may take it later. */
export type Send = (address: Json, activity: Json) => Promise<'sent' | 'refused'>;

/** How long one process may keep a conversation's replies to itself; after that it is taken to be dead. */
const claimMilliseconds = 30_000;
const sendMilliseconds = 15_000;
/** How often replies are looked for that nobody sends. */
const pollMilliseconds = 2000;
const longestWait = 60_000;
const pollBatch = 50;

/**
 * Sends the replies that were committed with an address: those of a conversation in order, each at least once, also after a crash. A crash
 * between sending and wiping repeats a reply; none is lost before it expires.
 */
export class Outbox {
  private send: Send | null = null;
  private poll: NodeJS.Timeout | null = null;
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  /** Replies that are being sent past the others, and those sendings. */
  private readonly ahead = new Set<string>();
  private readonly urgent = new Set<Promise<void>>();

  /** `now`: epoch milliseconds. */
  constructor(
    private readonly store: Store,
    private readonly log: Log,
    private readonly now: () => number,
  ) {}

  /** Begins to send, with what was left by an earlier process. */
  start(send: Send): void {
    this.send = send;
    const look = () => void this.wakeWaiting();
    this.poll = setInterval(look, pollMilliseconds).unref();
    look();
  }

  /** Sends what waits for a conversation. */
  wake(key: string): void {
    if (this.send === null) return;
    if (this.running.has(key)) {
      this.again.add(key);
      return;
    }
    const run = this.flush(key, this.send)
      .catch((error: unknown) => this.log.warn('outbox-failed', {}, error))
      .finally(() => {
        this.running.delete(key);
        if (this.again.delete(key)) this.wake(key);
      });
    this.running.set(key, run);
  }

  /**
   * Sends what a turn said to danger at once, past replies that wait or fail. What fails here as well stays in the outbox. At worst it is sent
   * twice: by another process that has claimed the conversation.
   */
  sendFirst(key: string, replies: readonly LoggedActivity[], address: Json): void {
    if (this.send === null) return;
    const sending = this.sendAhead(this.send, key, replies, address).finally(() => {
      this.urgent.delete(sending);
      this.wake(key);
    });
    this.urgent.add(sending);
  }

  /** Begins nothing new; resolves when what is being sent is done. */
  async stop(): Promise<void> {
    this.send = null;
    if (this.poll !== null) clearInterval(this.poll);
    await Promise.all([...this.running.values(), ...this.urgent]);
  }

  private async sendAhead(send: Send, key: string, replies: readonly LoggedActivity[], address: Json): Promise<void> {
    const own = replies.map(({ seq }) => `${key} ${seq}`);
    for (const one of own) this.ahead.add(one);
    try {
      for (const { seq, activity } of replies) {
        if ((await inTime(send(address, activity))) === 'refused') this.log.warn('delivery-refused');
        await this.store.delivered(key, seq);
      }
    } catch (error) {
      this.log.warn('delivery-failed', {}, error);
    } finally {
      for (const one of own) this.ahead.delete(one);
    }
  }

  private async wakeWaiting(): Promise<void> {
    try {
      for (const key of await this.store.waiting(pollBatch)) this.wake(key);
    } catch (error) {
      this.log.warn('outbox-failed', {}, error);
    }
  }

  private async flush(key: string, send: Send): Promise<void> {
    for (;;) {
      const until = this.now() + claimMilliseconds;
      const claimed = await this.store.claim(key, until);
      if (claimed === null) return;
      const mine = claimed.replies.filter(({ seq }) => !this.ahead.has(`${key} ${seq}`));
      for (const { seq, activity, address } of mine) {
        // What would not be sent in time is claimed anew.
        if (this.now() > until - sendMilliseconds) break;
        try {
          if ((await inTime(send(address, activity))) === 'refused') this.log.warn('delivery-refused');
        } catch (error) {
          this.log.warn('delivery-failed', {}, error);
          await this.store.release(key, this.now() + Math.min(longestWait, 1000 * 2 ** claimed.tries));
          return;
        }
        await this.store.delivered(key, seq);
      }
      // What came in the meantime, or was not begun, is found by the next round.
      await this.store.release(key, null);
      if (mine.length === 0) return;
    }
  }
}

async function inTime<T>(sending: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = pause(sendMilliseconds, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new Error('not sent in time');
  });
  // Whichever comes second is of no interest.
  late.catch(() => undefined);
  try {
    return await Promise.race([sending, late]);
  } finally {
    stop.abort();
  }
}
