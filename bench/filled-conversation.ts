import type { Content } from '../src/content/content';
import { MemoryStore } from '../src/storage/memory-store';
import { conversationKey } from '../src/turn/conversation-key';
import { secret, turnsOn } from './turns-on';
import { conversationId, websiteChannel, websiteTurn } from './website-turn';

/** Turns that a filled conversation has behind it. */
export const filledTurns = 2;

/** What every filled conversation holds, as JSON: an opened conversation with one question answered. */
export interface FilledTexts {
  readonly session: string;
  /** The greeting, the person's message, the reply. */
  readonly activities: readonly [string, string, string];
}

/** A conversation to fill in. */
export interface FilledConversation {
  readonly key: string;
  readonly expiresAt: number;
}

/** The texts of a real conversation after two real turns. */
export async function filledTexts(content: Content): Promise<FilledTexts> {
  const store = new MemoryStore(Date.now);
  const turns = turnsOn(store, content);
  for (let turn = 0; turn < filledTurns; turn += 1) await websiteTurn(turns, 0, turn);
  const key = keyOf(0);
  const { stored } = await store.load(key, null);
  const [greeting, message, reply] = (await store.activities(key, 0, 3)).map(({ activity }) => JSON.stringify(activity));
  if (greeting === undefined || message === undefined || reply === undefined) throw new Error('The conversation has too few activities');
  return { session: JSON.stringify(stored?.session), activities: [greeting, message, reply] };
}

/**
 * Conversations by their numbers, expiring at random times between two. They come in order of their keys, which databases take fast, and in two passes,
 * so that pages have as much room left as turns in any order would leave.
 */
export function filledConversations(numbers: Iterable<number>, earliest: number, latest: number): FilledConversation[] {
  const keys = Array.from(numbers, keyOf).sort();
  const passes = [0, 1].flatMap((pass) => keys.filter((_, index) => index % 2 === pass));
  return passes.map((key) => ({ key, expiresAt: Math.floor(earliest + Math.random() * (latest - earliest)) }));
}

/** The numbers from `first` on. */
export function* numbersFrom(first: number, count: number): Generator<number> {
  for (let number = first; number < first + count; number += 1) yield number;
}

function keyOf(number: number): string {
  return conversationKey(secret, websiteChannel, conversationId(number));
}
