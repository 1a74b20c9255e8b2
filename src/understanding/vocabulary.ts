import type { Features } from './features';

/** The features that a classifier knows, each with its row. */
export interface Vocabulary {
  /** Hashes in ascending order; the place of a hash is its row. */
  readonly keys: Uint32Array;
  /** Inverse document frequency of each row, in steps of 1/16. */
  readonly idf: Uint8Array;
  /** How far a hash is shifted to the right to find its place in `starts`. */
  readonly shift: number;
  /** By the high bits of a hash, the first row that may hold it; one entry more than there are such values. */
  readonly starts: Uint32Array;
}

/** Known features as rows with their values. */
export interface Weighed {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

/** Makes a vocabulary of hashes in ascending order. The index takes about as many steps as there are hashes. */
export function createVocabulary(keys: Uint32Array, idf: Uint8Array): Vocabulary {
  const bits = Math.max(1, Math.floor(Math.log2(keys.length + 1)) - 1);
  const shift = 32 - bits;
  const starts = new Uint32Array(2 ** bits + 1);
  let high = 0;
  for (let row = 0; row < keys.length; row += 1) while (high <= (keys[row] as number) >>> shift) starts[high++] = row;
  starts.fill(keys.length, high);
  return { keys, idf, shift, starts };
}

/** The row of a hash, or -1 where it is not known. */
function rowOf({ keys, shift, starts }: Vocabulary, hash: number): number {
  const end = starts[(hash >>> shift) + 1] as number;
  for (let row = starts[hash >>> shift] as number; row < end; row += 1) if (keys[row] === hash) return row;
  return -1;
}

/** Gives each known feature its weight by idf; every group of features is brought to length 1, so that long words and long texts do not count for more. */
export function weigh(groups: Features, vocabulary: Vocabulary): Weighed {
  const most = groups.reduce((sum, group) => sum + group.length, 0);
  const rows = new Uint32Array(most);
  const values = new Float32Array(most);
  let count = 0;
  for (const group of groups) {
    const first = count;
    let norm = 0;
    for (let index = 0; index < group.length; index += 1) {
      const row = rowOf(vocabulary, group[index] as number);
      if (row === -1) continue;
      const value = vocabulary.idf[row] as number;
      rows[count] = row;
      values[count] = value;
      norm += value * value;
      count += 1;
    }
    const factor = 1 / Math.sqrt(norm);
    for (let index = first; index < count; index += 1) values[index] = (values[index] as number) * factor;
  }
  return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
}
