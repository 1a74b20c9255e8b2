import { PostgresServer } from '../test/support/postgres-server';
import { postgresMissing } from '../test/support/postgres-source';
import { realContent } from '../test/support/real-content';
import { countParallel, countParallelPeer } from './count-parallel';
import { openEngines } from './engines';
import { measureEach, measureTogether, type NextTurn } from './measure';
import { nextWebsiteTurn } from './next-website-turn';
import { peerTurns } from './peer';
import { percentile } from './percentile';
import { printTable } from './print-table';
import { temporaryDirectory } from './temporary-directory';
import { turnsOn } from './turns-on';

const conversations = 200;
/** Engines take turns at being measured, so that a busy minute of the machine is not one engine's alone. */
const rounds = 4;
/** In each round, the number of turns of each conversation: one after the other, and as many again many at once. */
const turnsInRound = 4;
const atOnce = 16;
const parallelMessages = 20;

interface Subject {
  readonly name: string;
  readonly next: NextTurn;
  readonly milliseconds: number[];
  processor: number;
  secondsTogether: number;
}

async function main(): Promise<void> {
  const server = PostgresServer.find() === null ? null : await PostgresServer.start();
  if (server === null) process.stdout.write(`skipped: ${postgresMissing('the benchmark of PostgreSQL')}\n`);
  const content = realContent();
  const engines = await openEngines(temporaryDirectory(), server);
  try {
    const peer = subject('peer: botbuilder in memory', peerTurns(content));
    const subjects = [peer, ...engines.map(({ name, store }) => subject(name, nextWebsiteTurn(turnsOn(store, content), 0)))];
    const all = Array.from({ length: conversations * turnsInRound }, (_, index) => index % conversations);
    for (const { next } of subjects) await measureEach(all, next);
    for (let round = 0; round < rounds; round += 1) for (const each of subjects) await measureRound(each, all);
    print(subjects, peer, all.length * rounds);
    const counted: string[] = [];
    for (const { name, store } of engines) counted.push(`${name} ${await countParallel(store, parallelMessages)}`);
    counted.push(`${peer.name} ${await countParallelPeer(parallelMessages)}`);
    process.stdout.write(`\n${parallelMessages} parallel messages of one conversation, turns counted: ${counted.join('; ')}\n`);
  } finally {
    for (const { store } of engines) await store.close();
    await server?.stop();
  }
}

function subject(name: string, next: NextTurn): Subject {
  return { name, next, milliseconds: [], processor: 0, secondsTogether: 0 };
}

async function measureRound(each: Subject, all: readonly number[]): Promise<void> {
  const { milliseconds, processor } = await measureEach(all, each.next);
  each.milliseconds.push(...milliseconds);
  each.processor += processor;
  each.secondsTogether += await measureTogether(all, atOnce, each.next);
}

function print(subjects: readonly Subject[], peer: Subject, turns: number): void {
  const middle = (each: Subject) => percentile(each.milliseconds, 0.5);
  const head = ['engine', 'ms/turn p50', 'p99', 'CPU us/turn', `turns/s, ${atOnce} at once`, 'p50 to peer', 'CPU to peer'];
  const rows = subjects.map((each) => [
    each.name,
    middle(each).toFixed(2),
    percentile(each.milliseconds, 0.99).toFixed(2),
    (each.processor / turns).toFixed(0),
    (turns / each.secondsTogether).toFixed(0),
    (middle(each) / middle(peer)).toFixed(1),
    (each.processor / peer.processor).toFixed(1),
  ]);
  process.stdout.write(`${turns} website turns of ${conversations} conversations, each engine in the same run; node ${process.version}\n`);
  printTable(head, rows);
}

void main();
