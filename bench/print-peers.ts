import type { ContentFiles, PhraseFile } from '../src/content/content-files';
import type { Model } from '../src/understanding/reader';
import { createReader } from '../src/understanding/reader';
import type { Unglue } from '../src/understanding/unglue';
import { type Peer, type Taught, trainPeers } from './peers';
import { printTable } from './print-table';
import type { Line } from './read-set';
import { shareOf } from './share';

type Spoken = 'en' | 'es';
const isSpoken = (language: string): language is Spoken => language === 'en' || language === 'es';

function taughtBy(files: readonly PhraseFile[]): Taught[] {
  return files.flatMap(({ language, subject, lines }) =>
    isSpoken(language) ? lines.map(({ text }) => ({ language, text, label: subject })) : [],
  );
}

/** The guide's own model alone, without patterns and thresholds, so that it is compared with its like. */
function own(model: Model, unglue: Unglue, classify: (reading: ReturnType<ReturnType<typeof createReader>['read']>) => string): Peer {
  const reader = createReader(model, unglue);
  return { name: 'this guide, the model alone', trained: Number.NaN, classify: async (_language, text) => classify(reader.read(text)) };
}

interface Judged {
  readonly line: Line;
  readonly label: string;
}

async function judge(peer: Peer, lines: readonly Line[]): Promise<{ judged: Judged[]; milliseconds: number }> {
  const before = performance.now();
  const judged: Judged[] = [];
  for (const line of lines) judged.push({ line, label: isSpoken(line.lang) ? await peer.classify(line.lang, line.text) : '' });
  return { judged, milliseconds: (performance.now() - before) / lines.length };
}

const seconds = (milliseconds: number) => (Number.isNaN(milliseconds) ? 'see above' : (milliseconds / 1000).toFixed(1));

/** Prints the guide's model beside two classifiers that others wrote, trained on the same phrases in this run. */
export async function printPeers(files: ContentFiles, model: Model, unglue: Unglue, lines: readonly Line[]): Promise<void> {
  const outside = files.dialogPhrases.filter(({ subject }) => subject.startsWith('out-of-scope.'));
  const dangers = files.dialogPhrases.filter(({ subject }) => subject.startsWith('danger.'));
  process.stdout.write('\n## Beside other classifiers, both sets together\n\n');

  const topics = lines.filter(({ set }) => set === 'topic');
  const topicPeers = [
    own(model, unglue, (reading) => reading.topics()[0]?.id ?? ''),
    ...(await trainPeers(taughtBy([...files.topicPhrases, ...outside]))),
  ];
  const topicRows: string[][] = [];
  for (const peer of topicPeers) {
    const { judged, milliseconds } = await judge(peer, topics);
    const isRight = ({ line, label }: Judged) => line.set === 'topic' && line.topic === label;
    topicRows.push([peer.name, shareOf(judged, isRight), seconds(peer.trained), milliseconds.toFixed(2)]);
  }
  printTable(['questions', 'top-1 %', 'training s', 'ms a message'], topicRows);

  const risky = lines.filter(({ set }) => set === 'danger' || set === 'harmless');
  const ownDanger = own(model, unglue, (reading) => {
    const score = reading.danger();
    return score !== null && score.whole >= 0.5 ? `danger.${score.category}` : 'danger.none';
  });
  const dangerRows: string[][] = [];
  for (const peer of [ownDanger, ...(await trainPeers(taughtBy(dangers)))]) {
    const { judged, milliseconds } = await judge(peer, risky);
    const isFlagged = ({ label }: Judged) => label !== 'danger.none';
    const of = (set: Line['set']) => judged.filter(({ line }) => line.set === set);
    dangerRows.push([
      peer.name,
      shareOf(of('danger'), isFlagged),
      shareOf(of('harmless'), isFlagged),
      seconds(peer.trained),
      milliseconds.toFixed(2),
    ]);
  }
  process.stdout.write('\n');
  printTable(['danger', 'found %', 'hard negatives flagged %', 'training s', 'ms a message'], dangerRows);
}
