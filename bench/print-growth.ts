import { freshSession } from '../src/cli/fresh-session';
import type { Guide } from '../src/cli/guide';
import { percentile } from './percentile';
import { printTable } from './print-table';

const sentence = 'my brother came home late again and nobody slept, so we sat in the kitchen and talked about what to do next. ';
const rounds = 40;

/** Prints how the time for one message grows with its length, in characters: at twice the length, at most about twice the time. */
export function printGrowth(guide: Guide): void {
  const session = freshSession(guide, { channel: 'web' }, 0);
  const median = (length: number) => {
    const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
    const times = Array.from({ length: rounds }, () => {
      const before = performance.now();
      guide.respond(session, { kind: 'text', text, choices: [], channel: 'web' }, 0);
      return performance.now() - before;
    });
    return percentile(times, 0.5);
  };
  const measured = [500, 1000, 2000, 4000].map((length) => ({ length, ms: median(length) }));
  process.stdout.write('\n## Long messages\n\n');
  printTable(
    ['characters', 'ms median', 'to half the length'],
    measured.map(({ length, ms }, index) => [
      String(length),
      ms.toFixed(2),
      index === 0 ? '-' : (ms / (measured[index - 1] as { ms: number }).ms).toFixed(2),
    ]),
  );
}
