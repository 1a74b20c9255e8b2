/** An activity as it goes to the client. */
export type OutboundActivity = Readonly<Record<string, unknown>>;

type Listener = (activities: readonly OutboundActivity[]) => void;

const keptMilliseconds = 60_000;

/**
 * Activities that reach the client without going through the log: what is said when the store is down, and the confirmation that everything
 * was deleted. They go to open streams at once, or wait a minute in this process for the next poll.
 */
export class PassingActivities {
  private readonly waiting = new Map<string, { readonly activities: readonly OutboundActivity[]; readonly until: number }>();
  private readonly listeners = new Map<string, Set<Listener>>();

  /** `now`: epoch milliseconds. */
  constructor(private readonly now: () => number) {}

  push(conversation: string, activities: readonly OutboundActivity[]): void {
    const listeners = this.listeners.get(conversation);
    if (listeners !== undefined) {
      for (const listener of listeners) listener(activities);
      return;
    }
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
  subscribe(conversation: string, listener: Listener): () => void {
    const listeners = this.listeners.get(conversation) ?? new Set();
    this.listeners.set(conversation, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(conversation);
    };
  }

  /** Entries stand in the order of their end. */
  private dropOld(): void {
    for (const [conversation, { until }] of this.waiting) {
      if (until > this.now()) return;
      this.waiting.delete(conversation);
    }
  }
}
