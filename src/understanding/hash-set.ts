/** Hashes that one set takes at most; what comes after is not taken. */
const mostHashes = 24_000;
const size = 32_768;

/**
 * A set of unsigned 32-bit hashes that can be emptied at no cost, so that one serves for all texts. Several times as fast as `Set`: making sets
 * is most of the work of reading a text.
 */
export class HashSet {
  private readonly slots = new Uint32Array(size);
  /** In which round a slot was filled; slots of earlier rounds are empty. */
  private readonly rounds = new Uint32Array(size);
  private readonly list = new Uint32Array(mostHashes);
  private round = 0;
  private count = 0;

  /** Empties the set. */
  clear(): void {
    this.round += 1;
    this.count = 0;
  }

  add(hash: number): void {
    let slot = hash & (size - 1);
    while (this.rounds[slot] === this.round) {
      if (this.slots[slot] === hash) return;
      slot = (slot + 1) & (size - 1);
    }
    if (this.count === mostHashes) return;
    this.slots[slot] = hash;
    this.rounds[slot] = this.round;
    this.list[this.count] = hash;
    this.count += 1;
  }

  /** The hashes in the order in which they came. */
  taken(): Uint32Array {
    return this.list.slice(0, this.count);
  }
}
