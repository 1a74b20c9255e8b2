import { buildContent } from '../content/build-content';
import { packageRoot } from '../content/package-root';

try {
  buildContent(packageRoot(), (line) => process.stderr.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
