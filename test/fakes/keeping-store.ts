import { MemoryStore } from '../../src/storage/memory-store';
import type { Commit, CommitResult } from '../../src/storage/store';

/** A store that remembers what it was given, for tests that look for what must not be kept. */
export class KeepingStore extends MemoryStore {
  readonly kept: Commit[] = [];

  override commit(commit: Commit): Promise<CommitResult> {
    this.kept.push(commit);
    return super.commit(commit);
  }
}
