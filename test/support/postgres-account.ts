import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The user and group of a server and its files, as `spawn` takes them; empty where they are those of this process. */
export type PostgresAccount = { uid: number; gid: number } | Record<string, never>;

/** As whom to run PostgreSQL, which refuses to run as root: as this process, or else as `postgres` or `nobody`. Throws without both. */
export function postgresAccount(): PostgresAccount {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"');
}

/** Whether everybody may pass through the directory and all above it. */
function isTraversable(directory: string): boolean {
  if ((statSync(directory).mode & 0o001) === 0) return false;
  return directory === dirname(directory) || isTraversable(dirname(directory));
}

/** Makes a temporary directory that belongs to the account and that it can reach. Throws what `node:fs` throws. */
export function directoryFor({ uid, gid }: PostgresAccount): string {
  const temporary = realpathSync(tmpdir());
  if (uid === undefined || gid === undefined) return mkdtempSync(join(temporary, 'postgres-test-'));
  const directory = mkdtempSync(join(isTraversable(temporary) ? temporary : '/tmp', 'postgres-test-'));
  chownSync(directory, uid, gid);
  return directory;
}
