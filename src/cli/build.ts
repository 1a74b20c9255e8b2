import { buildContent } from '../content/build-content';
import { packageRoot } from '../content/package-root';
import { buildWidget } from './build-widget';
import { runProgram } from './run-program';

void runProgram('Usage: npm run build', async () => {
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  await buildWidget(packageRoot(), progress);
  await buildContent(packageRoot(), progress);
  return 0;
});
