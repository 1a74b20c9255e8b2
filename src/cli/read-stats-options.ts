import { parseArgs } from 'node:util';
import { UsageError } from './read-options';

/** The most days that can be asked for at once. */
const mostDays = 366;

/** What `npm run stats` was asked for. */
export interface StatsOptions {
  /** How many days, today included. */
  readonly days: number;
  /** Whether to print JSON. */
  readonly json: boolean;
}

/** Reads the command line of `npm run stats`. Throws UsageError. */
export function readStatsOptions(args: readonly string[]): StatsOptions {
  const { days, json } = parse(args);
  const number = /^\d{1,3}$/.test(days) ? Number(days) : 0;
  if (number < 1 || number > mostDays) throw new UsageError(`--days is a whole number from 1 to ${mostDays}`);
  return { days: number, json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { days: { type: 'string', default: '30' }, json: { type: 'boolean', default: false } } })
      .values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
