/** An id that no other message of a conversation has. */
export function newId(): string {
  // `randomUUID` is missing on pages without https.
  return crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
}
