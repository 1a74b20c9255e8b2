import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataCipher } from './data-cipher';

/** A row that may hold sealed text. */
export interface SealedRow {
  readonly key: string;
  /** Place in the log; 0 for a session. */
  readonly seq: number;
  readonly json: string;
  readonly address: string | null;
  /** The conversation's secret; not there where conversations have none. */
  readonly bytes?: Uint8Array;
}

/** A table with sealed text. */
interface SealedTable {
  /** Where a row's texts stand, for the cipher. */
  place(key: string): string;
  /** Some rows after one, in order of their keys; none after the last one. */
  read(key: string, seq: number): Promise<readonly SealedRow[]>;
  /** Replaces the texts of a row if they still are what they were; gives how many rows changed. */
  write(row: SealedRow, json: string, address: string | null): Promise<number>;
}

/** A database's tables with sealed text, and its list of the keys under which texts may stand. */
export interface SealedDatabase {
  readonly tables: readonly SealedTable[];
  dataKeys(): Promise<readonly string[]>;
  registerDataKey(id: string): Promise<unknown>;
  removeDataKeys(ids: readonly string[]): Promise<unknown>;
}

/** Brings everything under the cipher's current key, and lets turns run in between; gives how many rows changed. */
export async function reseal(database: SealedDatabase, cipher: DataCipher): Promise<number> {
  const others = (await database.dataKeys()).filter((id) => id !== cipher.currentId);
  if (others.length === 0) return 0;
  // A replica with the older settings may have taken the current key for an old one.
  await database.registerDataKey(cipher.currentId);
  let changed = 0;
  for (const table of database.tables) changed += await resealTable(table, cipher);
  // After a whole pass without a change nothing stands under the other keys any more. Rows under a key that is not known here were not looked into.
  if (changed === 0) await database.removeDataKeys(others.filter((id) => cipher.knows(id)));
  return changed;
}

async function resealTable(table: SealedTable, cipher: DataCipher): Promise<number> {
  let changed = 0;
  let last: Pick<SealedRow, 'key' | 'seq'> | undefined = { key: '', seq: 0 };
  while (last !== undefined) {
    const rows: readonly SealedRow[] = await table.read(last.key, last.seq);
    for (const row of rows) {
      const place = table.place(row.key);
      const own = row.bytes === undefined ? cipher : cipher.withSecret(row.bytes);
      const json = own.reseal(row.json, place);
      const address = row.address === null ? null : own.reseal(row.address, place);
      if (json === null && address === null) continue;
      changed += await table.write(row, json ?? row.json, address ?? row.address);
      await nextTurn();
    }
    last = rows.at(-1);
    await nextTurn();
  }
  return changed;
}
