import type { Log } from './log';
import type { Store } from './storage/store';

const everyMilliseconds = 60_000;

/** Removes what has expired, and brings what is kept under the current data key: now, and every minute until it is stopped. */
export function startUpkeep(store: Store, log: Log): { stop(): void } {
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    try {
      const removed = await store.sweep();
      if (removed > 0) log.info('swept', { count: removed });
      const resealed = await store.reseal();
      if (resealed > 0) log.info('resealed', { count: resealed });
    } catch (error) {
      log.warn('upkeep-failed', {}, error);
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void run(), everyMilliseconds);
  void run();
  return { stop: () => clearInterval(timer) };
}
