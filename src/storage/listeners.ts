/** Who wants to hear of new things in a conversation, by its key. */
export class Listeners<T> {
  private readonly byKey = new Map<string, Set<(news: readonly T[]) => void>>();

  /** Returns the way to stop. */
  add(key: string, listener: (news: readonly T[]) => void): () => void {
    const listeners = this.byKey.get(key) ?? new Set();
    this.byKey.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.byKey.get(key) === listeners) this.byKey.delete(key);
    };
  }

  /** Gives whether anybody listens. No news in `news` means that there may be more to read. */
  tell(key: string, news: readonly T[]): boolean {
    const listeners = this.byKey.get(key);
    for (const listener of listeners ?? []) listener(news);
    return listeners !== undefined;
  }

  /** Lets everybody look for what they may have missed. */
  tellAll(): void {
    for (const key of [...this.byKey.keys()]) this.tell(key, []);
  }

  clear(): void {
    this.byKey.clear();
  }
}
