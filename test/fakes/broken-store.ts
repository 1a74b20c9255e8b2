import { MemoryStore } from '../../src/storage/memory-store';
import type { CommitResult, Loaded, LoggedActivity } from '../../src/storage/store';

/** A store that fails from the moment `broken` is set. */
export class BrokenStore extends MemoryStore {
  broken = true;

  constructor() {
    super(() => Date.now());
  }

  override async load(key: string, message: string | null): Promise<Loaded> {
    this.fail();
    return super.load(key, message);
  }

  override async commit(commit: Parameters<MemoryStore['commit']>[0]): Promise<CommitResult> {
    this.fail();
    return super.commit(commit);
  }

  override async activities(key: string, afterSeq: number, limit: number): Promise<readonly LoggedActivity[]> {
    this.fail();
    return super.activities(key, afterSeq, limit);
  }

  private fail(): void {
    if (this.broken) throw new Error('the disk is full');
  }
}
