import { join } from 'node:path';
import { PostgresServer } from '../test/support/postgres-server';
import { postgresMissing } from '../test/support/postgres-source';
import { realContent } from '../test/support/real-content';
import { filledTexts } from './filled-conversation';
import { measureScale, type Scale } from './measure-scale';
import { percentile } from './percentile';
import { postgresGround } from './postgres-ground';
import { printTable } from './print-table';
import { type ScaleOptions, scaleOptions } from './scale-options';
import { sqliteGround } from './sqlite-ground';
import { temporaryDirectory } from './temporary-directory';

/** Longer than any run, so that only what should expire does. */
const content = realContent({ webIdleMinutes: 48 * 60 });

async function main(): Promise<void> {
  const options = scaleOptions(process.argv.slice(2));
  for (const engine of options.engines) {
    if (engine === 'sqlite') await onSqlite(options);
    else if (PostgresServer.find() === null) process.stdout.write(`skipped: ${postgresMissing('the benchmark of PostgreSQL')}\n`);
    else await onPostgres(options);
  }
}

async function onSqlite(options: ScaleOptions): Promise<void> {
  const texts = await filledTexts(content);
  const directory = temporaryDirectory();
  const ground = (name: string) => sqliteGround(join(directory, name, 'guide.db'), texts);
  print('SQLite', options, await measureScale(content, ground('empty'), ground('full'), options));
}

async function onPostgres(options: ScaleOptions): Promise<void> {
  const texts = await filledTexts(content);
  const server = await PostgresServer.start();
  try {
    const ground = async () => postgresGround(await server.createDatabase(), texts);
    print('PostgreSQL', options, await measureScale(content, await ground(), await ground(), options));
  } finally {
    // Last: what it waits for does not keep this process alive.
    await server.stop();
  }
}

function print(name: string, { conversations }: ScaleOptions, scale: Scale): void {
  const row = (title: string, milliseconds: readonly number[]) => [
    title,
    String(milliseconds.length),
    ...[0.5, 0.99, 1].map((share) => percentile(milliseconds, share).toFixed(2)),
  ];
  const ratio = (share: number) => (percentile(scale.full, share) / percentile(scale.empty, share)).toFixed(2);
  const live = conversations.toLocaleString('en');
  process.stdout.write(`\n${name}\n`);
  printTable(
    ['turns', 'number', 'ms p50', 'p99', 'longest'],
    [
      row('no other conversations', scale.empty),
      row(`${live} conversations`, scale.full),
      row(`${live}, one every 5 ms`, scale.quiet),
      row('the same during a sweep', scale.sweeping),
    ],
  );
  const seconds = (scale.sweepMilliseconds / 1000).toFixed(1);
  process.stdout.write(`ratio of ${live} conversations to none: p50 ${ratio(0.5)}, p99 ${ratio(0.99)} (goal: p50 at most 1.3)\n`);
  process.stdout.write(`the sweep removed ${scale.swept.toLocaleString('en')} conversations in ${seconds} s (goal: longest turn 50 ms)\n`);
}

void main();
