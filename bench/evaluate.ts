import { join } from 'node:path';
import { guideOf } from '../src/cli/guide-of';
import { loadModel } from '../src/content/load-model';
import { packageRoot } from '../src/content/package-root';
import { readContentFiles } from '../src/content/read-content-files';
import { createUnglue } from '../src/understanding/unglue';
import { realContent } from '../test/support/real-content';
import { askAll } from './asked';
import { printHelpRequests } from './help-requests';
import { percentile } from './percentile';
import { printGrowth } from './print-growth';
import { printMisses } from './print-misses';
import { printPeers } from './print-peers';
import { printTraining } from './print-training';
import { printUnderstanding } from './print-understanding';
import { type Line, readSet } from './read-set';

const sets = ['development', 'sealed'];

/**
 * Prints how well danger, questions and answers are understood (`npm run evaluate`). `--set=development` measures that set alone, `--misses=development`
 * also prints what of it was missed, `--quick` leaves out the other classifiers and the training.
 */
async function main(options: readonly string[]): Promise<void> {
  const content = realContent();
  const guide = guideOf(content);
  const chosen = sets.filter((name) => !options.some((option) => option.startsWith('--set=')) || options.includes(`--set=${name}`));
  const all: Line[] = [];
  for (const name of chosen) {
    const lines = readSet(join(packageRoot(), 'test', 'evaluation', `${name}.jsonl`));
    all.push(...lines);
    // The first pass warms up, as a server that has run for a minute.
    askAll(guide, lines);
    const asked = askAll(guide, lines);
    printUnderstanding(name, asked);
    const times = asked.map(({ result }) => result.ms);
    process.stdout.write(
      `ms inside respond: ${percentile(times, 0.5).toFixed(2)} median (goal .3), ${percentile(times, 0.99).toFixed(2)} p99 (goal 3)\n`,
    );
    if (options.includes(`--misses=${name}`)) printMisses(asked);
  }
  printHelpRequests(guide);
  printGrowth(guide);
  const { files } = readContentFiles(packageRoot());
  if (files === null || options.includes('--quick')) return;
  await printTraining(files);
  await printPeers(files, loadModel(), createUnglue(content.data.lexicon), all);
}

void main(process.argv.slice(2));
