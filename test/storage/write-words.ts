import { newSession } from '../../src/conversation/new-session';
import type { Commit, CommitResult, Store } from '../../src/storage/store';

let messages = 0;

/** Commits a message on top of what is stored, until a second after `time`. */
export async function writeWords(
  store: Store,
  time: number,
  key: string,
  words: string,
  more: Partial<Commit> = {},
): Promise<CommitResult> {
  messages += 1;
  return store.commit({
    key,
    etag: (await store.load(key, null)).stored?.etag ?? null,
    session: newSession('hash', 'en'),
    expiresAt: time + 1000,
    // Not made of the words, which tests look for on the disk.
    inbound: { key: `message ${messages}`, activity: { text: words } },
    replies: [],
    counts: [],
    ...more,
  });
}
