import { setTimeout as pause } from 'node:timers/promises';
import type { NextTurn } from './measure';

/** Milliseconds from the start of one turn to the start of the next. */
const everyMilliseconds = 5;

/**
 * Starts turns at a steady pace, on one conversation after the other, until `until` settles; gives the milliseconds of each from when it was due,
 * so that waiting for a busy thread counts.
 */
export async function turnsGoOn(conversations: readonly number[], next: NextTurn, until: Promise<unknown>): Promise<number[]> {
  const milliseconds: number[] = [];
  const running: Promise<void>[] = [];
  let isOver = false;
  const over = until.finally(() => {
    isOver = true;
  });
  let due = performance.now();
  while (!isOver) {
    // All that became due meanwhile starts together, as it would come from a socket.
    for (; due <= performance.now(); due += everyMilliseconds) {
      const began = due;
      const conversation = conversations[running.length % conversations.length] ?? 0;
      running.push(next(conversation).then(() => void milliseconds.push(performance.now() - began)));
    }
    await pause(1);
  }
  await Promise.all([over, ...running]);
  return milliseconds;
}
