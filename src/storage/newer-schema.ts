import { StoreError } from './store-error';

/** What to say when a database was made by a later release: it must not be written to by this one. */
export function newerSchema(database: string, found: number, known: number): StoreError {
  return new StoreError(
    `The database ${database} has schema ${found}, and this release of the guide knows ${known}. Nothing was changed. Start the newer release, or restore a backup from before it.`,
  );
}
