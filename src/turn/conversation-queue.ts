/** Lets the turns of one conversation run one after the other, those of different conversations side by side. */
export class ConversationQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Conversations with a turn running or waiting. */
  get size(): number {
    return this.tails.size;
  }

  /** Runs `task` when all earlier tasks of `key` are done, also where one of them failed; settles as `task` does. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const earlier = this.tails.get(key) ?? Promise.resolve();
    const mine = earlier.then(task, task);
    this.tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.tails.get(key) === mine) this.tails.delete(key);
    }
  }
}
