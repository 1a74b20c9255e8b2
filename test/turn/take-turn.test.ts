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
const sessionOf = async (turns: TurnDependencies) => (await turns.store.load(keyOf(turns), null)).stored?.session ?? null;

describe('takeTurn', () => {
  it('answers and keeps the session', async () => {
    const turns = fakeTurns();
    const result = await say(turns, 'hi');
    expect(result).toMatchObject({ kind: 'answered', replies: [{ id: 'count' }], activities: [{ type: 'message', text: '1: hi' }] });
    expect(await sessionOf(turns)).toMatchObject({ misses: 1 });
  });

  it('answers a resend as before and advances nothing', async () => {
    const turns = fakeTurns();
    const first = await say(turns, 'hi', { externalId: 'm1' });
    await say(turns, 'more', { externalId: 'm2' });
    const again = await say(turns, 'hi', { externalId: 'm1' });
    expect(again).toMatchObject({ kind: 'duplicate', activities: first.activities });
    expect(await sessionOf(turns)).toMatchObject({ misses: 2 });
  });

  it('neither begins nor prolongs a conversation because a mistake was mended', async () => {
    let now = 0;
    const turns = fakeTurns({ now: () => now });
    const edit = (words: string): Message => ({ ...text(words), kind: 'edit' });
    expect(await say(turns, edit('hi'))).toMatchObject({ kind: 'nothing', replies: [], activities: [] });
    expect((await turns.store.load(keyOf(turns), null)).stored).toBeNull();
    await say(turns, 'hi');
    now = 23 * 60 * 60_000;
    await say(turns, edit('hi there'));
    expect(await sessionOf(turns)).toMatchObject({ misses: 1 });
    now = 25 * 60 * 60_000;
    expect(await sessionOf(turns)).toBeNull();
    expect(await say(turns, edit('an overdose'))).toMatchObject({ kind: 'answered', replies: [{ tier: 'emergency' }] });
  });

  it('makes 20 turns of 20 parallel messages', async () => {
    const turns = fakeTurns();
    const results = await Promise.all(Array.from({ length: 20 }, () => say(turns, 'hi')));
    expect(results.map(({ activities }) => activities[0]?.['text'])).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}: hi`));
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
    expect(await say(turns, start)).toMatchObject({
      kind: 'answered',
      activities: [{ text: expect.stringContaining('Hola'), locale: 'es' }],
    });
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

  it('says nothing to changed words without danger when the store fails, and the stop to danger', async () => {
    const turns = fakeTurns({ store: new BrokenStore() });
    const edit = (words: string): Message => ({ ...text(words), kind: 'edit' });
    expect(await say(turns, edit('hi'))).toMatchObject({ kind: 'last-resort', activities: [] });
    expect(await say(turns, edit('an overdose'))).toMatchObject({ kind: 'last-resort', replies: [{ id: 'stop-overdose-1' }] });
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
    expect(await turns.store.activities(keyOf(turns), 0, 10)).toEqual([
      { seq: 4, activity: expect.objectContaining({ text: '2: delete' }) },
    ]);
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

  it('does not let a late resend bring back what was deleted', async () => {
    const turns = fakeTurns();
    await say(turns, 'hi', { externalId: 'm1' });
    await say(turns, 'delete', { externalId: 'm2' });
    expect(await say(turns, 'hi', { externalId: 'm1' })).toMatchObject({ kind: 'duplicate', activities: [] });
    expect(await say(turns, 'delete', { externalId: 'm2' })).toMatchObject({ kind: 'duplicate', activities: [{ text: '2: delete' }] });
    expect(await sessionOf(turns)).toBeNull();
    expect(await say(turns, 'hi', { externalId: 'm3' })).toMatchObject({ kind: 'answered', activities: [{ text: '1: hi' }] });
  });

  it('answers nothing in a website conversation that is over', async () => {
    const turns = fakeTurns();
    const onWeb = (words: string, more: Partial<TurnRequest> = {}) => say(turns, { ...text(words), channel: 'web' }, more);
    expect(await onWeb('hi', { isOpened: true })).toMatchObject({ kind: 'nothing', activities: [] });
    await onWeb('hi');
    await onWeb('delete');
    // A token of a time when the store was down is no way back either.
    expect(await onWeb('hi')).toMatchObject({ kind: 'nothing', activities: [] });
    expect(await sessionOf(turns)).toBeNull();
  });

  it('puts replies with an address into the outbox, and wakes it after the commit', async () => {
    const woken: string[] = [];
    const turns = fakeTurns({ outbox: { wake: (key) => void woken.push(key), sendFirst: () => undefined } });
    await say(turns, 'hi', { address: { to: 'phone' } });
    expect(woken).toEqual([keyOf(turns)]);
    expect(await turns.store.claim(keyOf(turns), Date.now() + 1000)).toMatchObject({
      replies: [{ seq: 1, activity: { text: '1: hi' }, address: { to: 'phone' } }],
    });
  });

  it('counts what happened, by ids of the content only', async () => {
    const turns = fakeTurns();
    await say(turns, 'overdose');
    await say(turns, 'hi');
    await say(turns, 'delete');
    const counts = await turns.store.tallies('2000-01-01');
    expect(counts.map(({ name, count }) => `${name} ${count}`).sort()).toEqual([
      'channel:sms 1',
      'danger:emergency:overdose 1',
      'deleted 1',
      'language:en 1',
      'started 1',
    ]);
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
