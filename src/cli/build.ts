import { buildContent } from '../content/build-content';
import { packageRoot } from '../content/package-root';
import { runProgram } from './run-program';

void runProgram('Usage: npm run build', async () => {
  await buildContent(packageRoot(), (line) => process.stderr.write(`${line}\n`));
  return 0;
});
