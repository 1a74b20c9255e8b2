const minute = 60_000;
/** A step of the system's clock that is believed at once, in milliseconds. */
const smallStep = 5 * minute;
/** How long a larger step has to last until it is believed, in milliseconds. */
const beliefMilliseconds = 10 * minute;

/**
 * A clock in epoch milliseconds that follows the system's, but takes time to believe a jump: a wrong time of some minutes must not end all
 * conversations at once. `system`: epoch milliseconds; `steady`: milliseconds that only go forward, from any origin.
 */
export function steadyClock(system: () => number, steady: () => number): () => number {
  /** System time minus steady time, as it is believed. */
  let offset = system() - steady();
  let doubt: { readonly offset: number; readonly since: number } | null = null;
  return () => {
    const passed = steady();
    const found = system() - passed;
    if (Math.abs(found - offset) <= smallStep) {
      offset = found;
      doubt = null;
    } else if (doubt === null || Math.abs(found - doubt.offset) > smallStep) {
      doubt = { offset: found, since: passed };
    } else if (passed - doubt.since >= beliefMilliseconds) {
      offset = found;
      doubt = null;
    }
    return Math.round(passed + offset);
  };
}
