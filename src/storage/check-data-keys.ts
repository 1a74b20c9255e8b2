import type { DataCipher } from './data-cipher';
import { StoreError } from './store-error';

/** Throws StoreError when a database holds texts under keys that `cipher` does not have. `ids`: the keys that the database names. */
export function checkDataKeys(ids: readonly string[], cipher: DataCipher): void {
  const missing = ids.filter((id) => !cipher.knows(id));
  if (missing.length === 0) return;
  const given = cipher.isKeyless ? 'is not set' : 'does not have it';
  throw new StoreError(
    `The database is encrypted with the data key ${missing.join(', ')}, and DATA_KEY ${given}. Nothing was changed. Give that key as well, after the new one and a comma. If it is lost, its conversations cannot be read any more: start with an empty database.`,
  );
}
