import type { Writable } from 'node:stream';
import { loadConfig } from '../config';
import type { Log } from '../log';
import { openStore } from '../open-store';
import { dayOf } from '../storage/day-of';
import type { Store, Tally } from '../storage/store';
import { StoreError } from '../storage/store-error';
import { describeTallies } from './describe-tallies';
import { readStatsOptions } from './read-stats-options';
import { runProgram } from './run-program';
import { writeOverview } from './write-overview';

const usage = `npm run --silent stats -- [--days 30] [--json]
Counts only: how conversations start and finish, dangers, topics. Numbers from 1 to 4 are hidden.`;

const dayMilliseconds = 86_400_000;

/**
 * Prints what was counted in the last days. Small numbers are hidden; whoever passes on several overlapping periods should know that they can
 * tell a small number by their difference. `now`: epoch milliseconds. Resolves to the exit code. Throws UsageError for a wrong command line,
 * and what `open` throws.
 */
export async function stats(args: readonly string[], output: Writable, open: () => Promise<Store>, now: number): Promise<number> {
  const options = readStatsOptions(args);
  const days = Array.from({ length: options.days }, (_, index) => dayOf(now - (options.days - 1 - index) * dayMilliseconds));
  const overview = describeTallies(await readTallies(await open(), days[0] ?? dayOf(now)), days);
  output.write(options.json ? `${JSON.stringify(overview, null, 2)}\n` : writeOverview(overview));
  return 0;
}

async function readTallies(store: Store, fromDay: string): Promise<readonly Tally[]> {
  try {
    return await store.tallies(fromDay);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new StoreError(`The database does not answer${reason}. Look whether it runs and whether DATABASE_URL is right, and try again.`);
  } finally {
    await store.close();
  }
}

/** A database that is away is told by the reading that fails after. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

if (require.main === module) {
  const open = () => openStore(loadConfig().storage, Date.now, silent);
  void runProgram(usage, () => stats(process.argv.slice(2), process.stdout, open, Date.now()));
}
