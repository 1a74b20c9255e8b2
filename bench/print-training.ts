import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemblePhrases } from '../src/content/assemble-content';
import { builtModel } from '../src/content/built-files';
import type { ContentFiles } from '../src/content/content-files';
import { modelKey, readModel, writeModel } from '../src/content/model-file';
import { packageRoot } from '../src/content/package-root';
import { trainInParallel } from '../src/content/train-in-parallel';
import { printTable } from './print-table';

/** Trains the model once more and prints how long it takes, whether it is the built one bit for bit, its size, and how long loading takes. */
export async function printTraining(files: ContentFiles): Promise<void> {
  const bytes = readFileSync(join(packageRoot(), builtModel));
  const loading = performance.now();
  readModel(readFileSync(join(packageRoot(), builtModel)));
  const before = performance.now();
  const model = await trainInParallel(assemblePhrases(files));
  const trained = performance.now();
  const isSame = writeModel(model, modelKey(bytes) ?? '').equals(bytes);
  process.stdout.write('\n## Model\n\n');
  printTable(
    ['model', 'measured', 'goal'],
    [
      ['training, s', ((trained - before) / 1000).toFixed(1), '<= 10'],
      ['trained again: the same bytes', isSame ? 'yes' : 'NO', 'yes'],
      ['size, MB', (bytes.length / 1e6).toFixed(1), '<= 20'],
      ['loading, ms', (before - loading).toFixed(0), '<= 50'],
    ],
  );
}
