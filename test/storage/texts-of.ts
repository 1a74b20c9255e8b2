import type { Store } from '../../src/storage/store';

/** The texts of a conversation's log, at most 100. */
export async function textsOf(store: Store, key: string): Promise<unknown[]> {
  return (await store.activities(key, 0, 100)).map(({ activity }) => activity['text']);
}
