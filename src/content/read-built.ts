import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root';

/** The bytes of a file that the build made, by its path below the project's folder. Throws an Error that says how to make it where it is missing. */
export function readBuilt(name: string): Buffer {
  try {
    return readFileSync(join(packageRoot(), name));
  } catch {
    throw new Error(`${name} is missing: run "npm run build" first`);
  }
}
