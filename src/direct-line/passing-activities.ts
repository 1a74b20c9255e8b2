import { Listeners } from '../storage/listeners';

/** An activity as it goes to the client. */
export type OutboundActivity = Readonly<Record<string, unknown>>;

const keptMilliseconds = 60_000;

/**
 * Activities that reach the client without going through the log: what is said when the store is down, and the confirmation that everything
 * was deleted. They go to open streams at once, or wait a minute in this process for the next poll.
 */
export class PassingActivities {
  private readonly waiting = new Map<string, { readonly activities: readonly OutboundActivity[]; readonly until: number }>();
  private readonly listeners = new Listeners<OutboundActivity>();

  /** `now`: epoch milliseconds. */
  constructor(private readonly now: () => number) {}

  push(conversation: string, activities: readonly OutboundActivity[]): void {
    if (this.listeners.tell(conversation, activities)) return;
    const earlier = this.take(conversation);
    this.waiting.set(conversation, { activities: [...earlier, ...activities], until: this.now() + keptMilliseconds });
  }

  /** What waits for this conversation, once. */
  take(conversation: string): readonly OutboundActivity[] {
    this.dropOld();
    const found = this.waiting.get(conversation)?.activities ?? [];
    this.waiting.delete(conversation);
    return found;
  }

  /** Returns the way to stop. */
  subscribe(conversation: string, listener: (activities: readonly OutboundActivity[]) => void): () => void {
    return this.listeners.add(conversation, listener);
  }

  /** Entries stand in the order of their end. */
  private dropOld(): void {
    for (const [conversation, { until }] of this.waiting) {
      if (until > this.now()) return;
      this.waiting.delete(conversation);
    }
  }
}
