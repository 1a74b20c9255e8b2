import type { Kept } from './direct-line';

const key = 'treatment-guide';

/** What this tab remembers of the conversation; null where it remembers nothing, or the browser forbids it. Gone when the tab closes. */
export function readKept(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Remembers the conversation in this tab, or forgets it. Where the browser forbids that, a reload starts anew. */
export function writeKept(kept: Kept | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Private windows and blocked storage: the chat works, and is not remembered.
  }
}
