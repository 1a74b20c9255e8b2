/** A random id, 32 hexadecimal digits or more. */
export function newId(): string {
  // `randomUUID` is missing on pages without https.
  return (
    crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  );
}
