import type { LoggedActivity } from './store';

type Listener = (logged: readonly LoggedActivity[]) => void;

/** Who wants to hear of new entries, by conversation key. */
export class Listeners {
  private readonly byKey = new Map<string, Set<Listener>>();

  /** Returns the way to stop. */
  add(key: string, listener: Listener): () => void {
    const listeners = this.byKey.get(key) ?? new Set();
    this.byKey.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.byKey.get(key) === listeners) this.byKey.delete(key);
    };
  }

  /** Nothing in `logged` means that there may be more to read. */
  tell(key: string, logged: readonly LoggedActivity[]): void {
    for (const listener of this.byKey.get(key) ?? []) listener(logged);
  }

  /** Lets everybody look for what they may have missed. */
  tellAll(): void {
    for (const key of [...this.byKey.keys()]) this.tell(key, []);
  }

  clear(): void {
    this.byKey.clear();
  }
}
