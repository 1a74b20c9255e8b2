import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a directory that is gone when this process exits, also by Ctrl-C. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'guide-bench-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  return path;
}
