import type { Store } from '../src/storage/store';
import type { FilledConversation } from './filled-conversation';

/** A database that can be filled faster than by turns. */
export interface Ground {
  /** Adds conversations; all is on the disk when it resolves. */
  fill(conversations: readonly FilledConversation[]): Promise<void>;
  open(): Promise<Store>;
}

/** Conversations that go in together. */
const fillBatch = 10_000;

/** In pieces of `fillBatch`. */
export function* batchesOf(conversations: readonly FilledConversation[]): Generator<readonly FilledConversation[]> {
  for (let start = 0; start < conversations.length; start += fillBatch) yield conversations.slice(start, start + fillBatch);
}
