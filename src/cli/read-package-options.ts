import { parseArgs } from 'node:util';
import { UsageError } from './read-options';

/** What `npm run teams:package` was asked for. */
export interface PackageOptions {
  /** Where the zip file goes; null: its usual place. */
  readonly out: string | null;
  /** The app's version; null: the guide's own. */
  readonly version: string | null;
}

/** Reads the command line of `npm run teams:package`. Throws UsageError. */
export function readPackageOptions(args: readonly string[]): PackageOptions {
  const { out, version } = parse(args);
  if (out === '') throw new UsageError('--out is the name of a file');
  // Teams takes no more of a semantic version than these three.
  if (version !== undefined && !/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version))
    throw new UsageError(`--version is three numbers like 1.2.3, not "${version}"`);
  return { out: out ?? null, version: version ?? null };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { out: { type: 'string' }, version: { type: 'string' } } }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
