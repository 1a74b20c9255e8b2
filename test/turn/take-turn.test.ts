import type { Message } from '../../src/conversation/message';
import { MemoryStore } from '../../src/storage/memory-store';
import type { CommitResult } from '../../src/storage/store';
import { conversationKey } from '../../src/turn/conversation-key';
import { takeTurn } from '../../src/turn/take-turn';
import type { TurnDependencies, TurnRequest } from '../../src/turn/turn';
import { BrokenStore } from '../fakes/broken-store';
import { fakeRespond, fakeTurns } from '../fakes/fake-turns';

const text = (words: string): Message => ({ kind: 'text', text: words, choices: [], channel: 'sms' });
const start: Message = { kind: 'start', text: '', choices: [], channel: 'sms', language: 'es' };
const say = (turns: TurnDependencies, message: Message | string, more: Partial<TurnRequest> = {}) =>
  takeTurn(turns, {
    channel: 'sms',
    conversation: 'c',
    externalId: null,
    message: typeof message === 'string' ? text(message) : message,
    ...more,
  });
const keyOf = (turns: TurnDependencies) => conversationKey(turns.secret, 'sms', 'c');
const sessionOf = async (turns: TurnDependencies) => (await turns.store.load(keyOf(turns)))?.session ?? null;

describe('takeTurn', () => {
  it('answers, keeps the session and delivers', async () => {
    const turns = fakeTurns();
    const delivered: unknown[] = [];
    const result = await say(turns, 'hi', { deliver: async (activities) => void delivered.push(...activities) });
    expect(result).toMatchObject({ kind: 'answered', language: 'en', replies: [{ id: 'count' }] });
    expect(delivered).toEqual([expect.objectContaining({ type: 'message', text: '1: hi' })]);
    expect(await sessionOf(turns)).toMatchObject({ misses: 1 });
  });

  it('answers a resend as before and advances nothing', async () => {
    const turns = fakeTurns();
    const first = await say(turns, 'hi', { externalId: 'm1' });
    await say(turns, 'more', { externalId: 'm2' });
    const again = await say(turns, 'hi', { externalId: 'm1' });
    expect(again).toMatchObject({ kind: 'duplicate', replies: first.replies, activities: first.activities });
    expect(await sessionOf(turns)).toMatchObject({ misses: 2 });
  });

  it('makes 20 turns of 20 parallel messages', async () => {
    const turns = fakeTurns();
    const results = await Promise.all(Array.from({ length: 20 }, () => say(turns, 'hi')));
    expect(results.map(({ activities }) => activities[0]?.text)).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}: hi`));
    expect(await sessionOf(turns)).toMatchObject({ misses: 20 });
  });

  it('makes one turn of the same message delivered 10 times at once', async () => {
    const turns = fakeTurns();
    const results = await Promise.all(Array.from({ length: 10 }, () => say(turns, 'hi', { externalId: 'm1' })));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['answered', ...Array.from({ length: 9 }, () => 'duplicate')]);
    expect(await sessionOf(turns)).toMatchObject({ misses: 1 });
  });

  it('runs again when another process commits in between', async () => {
    const turns = fakeTurns();
    // Two servers over one store: each has a queue of its own.
    const other = { ...fakeTurns(), store: turns.store };
    const results = await Promise.all([turns, other, turns, other].map((server) => say(server, 'hi')));
    expect(results.every(({ kind }) => kind === 'answered')).toBe(true);
    expect(await sessionOf(turns)).toMatchObject({ misses: 4 });
  });

  it('gives up after some conflicts, with the last resort', async () => {
    let tries = 0;
    class BusyStore extends MemoryStore {
      override async commit(): Promise<CommitResult> {
        tries += 1;
        return { kind: 'conflict' };
      }
    }
    const result = await say(fakeTurns({ store: new BusyStore(() => 0) }), 'hi');
    expect(result.kind).toBe('last-resort');
    expect(tries).toBe(6);
  });

  it('greets an opened conversation once', async () => {
    const turns = fakeTurns();
    expect(await say(turns, start)).toMatchObject({ kind: 'answered', language: 'es', replies: [{ id: 'greeting' }] });
    expect(await say(turns, start)).toMatchObject({ kind: 'nothing', activities: [] });
  });

  it('says the last resort when respond throws, leaves the session as it was and logs no text', async () => {
    const turns = fakeTurns();
    await say(turns, start);
    expect(await say(turns, 'throw', { externalId: 'm1' })).toMatchObject({
      kind: 'last-resort',
      activities: [{ text: 'es 911, 988, 865-234-5678' }],
    });
    expect(await sessionOf(turns)).toMatchObject({ misses: 0 });
    expect(turns.log.lines.map(({ event }) => event)).toEqual(['turn', 'turn-failed', 'turn']);
    expect(await say(turns, 'hi', { externalId: 'm1' })).toMatchObject({ kind: 'answered' });
  });

  it('says the last resort when the store fails', async () => {
    const turns = fakeTurns({ store: new BrokenStore() });
    expect(await say(turns, 'hi')).toMatchObject({ kind: 'last-resort', replies: [{ id: 'last-resort' }] });
  });

  it('answers danger when the store fails', async () => {
    const turns = fakeTurns({ store: new BrokenStore() });
    expect(await say(turns, 'my friend had an overdose')).toMatchObject({ kind: 'last-resort', replies: [{ id: 'stop-overdose-1' }] });
  });

  it('says the last resort in plain words when the renderer fails', async () => {
    const turns = fakeTurns({
      render: () => {
        throw new Error('no');
      },
    });
    expect(await say(turns, 'hi')).toMatchObject({
      kind: 'last-resort',
      activities: [{ type: 'message', text: 'en 911, 988, 865-234-5678' }],
    });
    expect(await sessionOf(turns)).toBeNull();
  });

  it('confirms a deletion and keeps nothing', async () => {
    const turns = fakeTurns();
    await say(turns, 'hi', { externalId: 'm1' });
    expect(await say(turns, 'delete', { externalId: 'm2' })).toMatchObject({ kind: 'forgotten', activities: [{ text: '2: delete' }] });
    expect(await sessionOf(turns)).toBeNull();
    expect(await turns.store.answered(keyOf(turns), 'm1')).toBeNull();
  });

  it('keeps website conversations 30 minutes, others 24 hours', async () => {
    const times: number[] = [];
    class TimedStore extends MemoryStore {
      override async commit(commit: Parameters<MemoryStore['commit']>[0]): Promise<CommitResult> {
        times.push(commit.expiresAt);
        return super.commit(commit);
      }
    }
    const turns = fakeTurns({ store: new TimedStore(() => 0), now: () => 0 });
    await say(turns, { ...text('hi'), channel: 'web' });
    await say(turns, 'hi');
    expect(times).toEqual([30 * 60_000, 24 * 60 * 60_000]);
  });

  it('keeps replies in order: the next turn waits for the delivery', async () => {
    const turns = fakeTurns();
    const delivered: string[] = [];
    const deliver = (milliseconds: number) => async (activities: readonly { text?: string }[]) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      delivered.push(activities[0]?.text ?? '');
    };
    await Promise.all([say(turns, 'slow', { deliver: deliver(20) }), say(turns, 'fast', { deliver: deliver(0) })]);
    expect(delivered).toEqual(['1: slow', '2: fast']);
  });

  it('logs codes and times, no text and no address', async () => {
    const turns = fakeTurns();
    await say(turns, 'I used heroin', { conversation: '+18652345678' });
    const [line] = turns.log.lines;
    expect(line?.fields).toMatchObject({
      conversation: expect.stringMatching(/^[0-9a-f]{16}$/),
      channel: 'sms',
      turn: 'answered',
      replies: ['count'],
      outcome: 'answer',
    });
    expect(JSON.stringify(turns.log.lines)).not.toMatch(/heroin|865/);
  });

  it('asks respond with the content, the session and the time', async () => {
    const seen: unknown[] = [];
    const turns = fakeTurns({
      now: () => 77,
      respond: (...all) => {
        seen.push(all);
        return fakeRespond(all[0], all[1], all[2]);
      },
    });
    await say(turns, 'hi');
    expect(seen).toEqual([[turns.content, null, text('hi'), 77]]);
  });
});
