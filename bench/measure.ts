/** Takes the next turn of a conversation, counted from 0. */
export type NextTurn = (conversation: number) => Promise<void>;

/** What was measured of turns that ran one after the other. */
export interface Measured {
  /** Milliseconds of each turn. */
  readonly milliseconds: readonly number[];
  /** Microseconds that this process computed, for all turns. */
  readonly processor: number;
}

/** Takes a turn of each conversation in order, one after the other. */
export async function measureEach(conversations: readonly number[], next: NextTurn): Promise<Measured> {
  const milliseconds: number[] = [];
  const before = process.cpuUsage();
  for (const conversation of conversations) {
    const began = performance.now();
    await next(conversation);
    milliseconds.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, processor: user + system };
}

/** Takes the same turns, `atOnce` at a time; gives the seconds for all. */
export async function measureTogether(conversations: readonly number[], atOnce: number, next: NextTurn): Promise<number> {
  const waiting = conversations.values();
  const work = async () => {
    // All workers draw from one list.
    for (const conversation of waiting) await next(conversation);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  return (performance.now() - began) / 1000;
}
