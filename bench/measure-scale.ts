import { setTimeout as pause } from 'node:timers/promises';
import type { Content } from '../src/content/content';
import { filledConversations, filledTurns, numbersFrom } from './filled-conversation';
import type { Ground } from './ground';
import { measureEach } from './measure';
import { nextWebsiteTurn } from './next-website-turn';
import { randomNumbers } from './random-numbers';
import type { ScaleOptions } from './scale-options';
import { turnsGoOn } from './turns-go-on';
import { turnsOn } from './turns-on';

const hour = 3_600_000;
/** Turns that are measured on each database, each of a conversation of its own, and some before them. */
const measured = 4000;
const warming = 400;
/** Turns after which the other database has its go, so that a busy minute of the machine counts for both. */
const goes = 200;
const quietMilliseconds = 10_000;

/** Milliseconds of turns, of each kind. */
export interface Scale {
  readonly empty: readonly number[];
  readonly full: readonly number[];
  /** Turns at a steady pace on the full database, without and with a sweep. */
  readonly quiet: readonly number[];
  readonly sweeping: readonly number[];
  readonly swept: number;
  readonly sweepMilliseconds: number;
}

/** Measures turns on a database with so many conversations, on one with only the conversations that are used, and during a sweep. */
export async function measureScale(
  content: Content,
  empty: Ground,
  full: Ground,
  { conversations, expired }: ScaleOptions,
): Promise<Scale> {
  const used = randomNumbers(warming + measured, conversations);
  const now = Date.now();
  await empty.fill(filledConversations(used, now + 24 * hour, now + 48 * hour));
  await full.fill(filledConversations(numbersFrom(0, conversations), now + 24 * hour, now + 48 * hour));
  const turns = await measureBoth(content, [empty, full], used);
  await full.fill(filledConversations(numbersFrom(conversations, expired), now - hour, now));
  return { ...turns, ...(await measureSweep(content, full, randomNumbers(measured, conversations))) };
}

async function measureBoth(content: Content, grounds: readonly [Ground, Ground], used: readonly number[]) {
  const subjects = await Promise.all(grounds.map((ground) => opened(content, ground)));
  const milliseconds = new Map(subjects.map((subject) => [subject, [] as number[]]));
  for (const { next } of subjects) await measureEach(used.slice(0, warming), next);
  for (let start = warming; start < used.length; start += goes) {
    for (const subject of subjects) {
      const go = await measureEach(used.slice(start, start + goes), subject.next);
      milliseconds.get(subject)?.push(...go.milliseconds);
    }
  }
  for (const { store } of subjects) await store.close();
  const [empty = [], full = []] = milliseconds.values();
  return { empty, full };
}

async function measureSweep(content: Content, ground: Ground, used: readonly number[]) {
  const { store, next } = await opened(content, ground, filledTurns + 1);
  await measureEach(used.slice(0, warming), next);
  const quiet = await turnsGoOn(used, next, pause(quietMilliseconds));
  const began = performance.now();
  let swept = 0;
  let sweepMilliseconds = 0;
  const sweep = store.sweep().then((removed) => {
    swept = removed;
    sweepMilliseconds = performance.now() - began;
  });
  const sweeping = await turnsGoOn(used, next, sweep);
  await store.close();
  return { quiet, sweeping, swept, sweepMilliseconds };
}

/** `behind`: above the number of turns that any conversation has behind it. */
async function opened(content: Content, ground: Ground, behind = filledTurns) {
  const store = await ground.open();
  return { store, next: nextWebsiteTurn(turnsOn(store, content), behind) };
}
