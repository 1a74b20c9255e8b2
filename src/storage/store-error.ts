/** A store cannot be used as it is; the message tells the operator what was found and how to mend it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
