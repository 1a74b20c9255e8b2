import type { Storage, StoreItems } from 'botbuilder';
import type { Session } from '../../src/conversation/session';
import type { Store } from '../../src/storage/store';

/** Our store as botbuilder's `Storage`, so that the framework's own expectations can be held against it: each item is a conversation's session. */
export class BotStorage implements Storage {
  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  async read(keys: string[]): Promise<StoreItems> {
    if (!Array.isArray(keys) || keys.length === 0) throw new ReferenceError('Keys are required when reading.');
    const items: StoreItems = {};
    for (const key of keys) {
      const { stored } = await this.store.load(key, null);
      if (stored !== null && stored.session !== null) items[key] = { ...stored.session, eTag: stored.etag };
    }
    return items;
  }

  async write(changes: StoreItems): Promise<void> {
    if (!changes) throw new ReferenceError('Changes are required when writing.');
    for (const [key, item] of Object.entries(changes)) {
      const { eTag, ...content } = item;
      const isAnything = eTag === undefined || eTag === null || eTag === '*';
      if (!(await this.put(key, isAnything ? null : eTag, content))) throw new Error(`Somebody else has changed ${key}.`);
    }
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) {
      if ((await this.store.load(key, null)).stored !== null) await this.put(key, null, null);
    }
  }

  /** `eTag`: null overwrites what there is. Gives false when it was not the current one. */
  private async put(key: string, eTag: string | null, content: object | null): Promise<boolean> {
    for (;;) {
      const current = (await this.store.load(key, null)).stored?.etag ?? null;
      const result = await this.store.commit({
        key,
        etag: eTag ?? current,
        // A store takes whatever JSON there is for a session.
        session: content as Session | null,
        expiresAt: this.now() + 60_000,
        inbound: null,
        replies: [],
        counts: [],
      });
      if (result.kind === 'committed') return true;
      if (eTag !== null) return false;
    }
  }
}
