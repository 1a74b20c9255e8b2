import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Model } from '../understanding/reader';
import type { Phrases } from '../understanding/train-model';

/** Trains some of the classifiers in a thread of its own. Rejects with what the thread threw. */
function trainPart(phrases: Phrases, part: 'danger' | 'others'): Promise<Partial<Model>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'train-worker.js'), { workerData: { phrases, part } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Trains all classifiers in two threads: danger takes about as long as topics and answers together. The result is that of one thread, bit for bit. */
export async function trainInParallel(phrases: Phrases): Promise<Model> {
  const [{ danger }, { topics, answers }] = await Promise.all([trainPart(phrases, 'danger'), trainPart(phrases, 'others')]);
  if (topics === undefined || danger === undefined || answers === undefined) throw new Error('a classifier was not trained');
  return { topics, danger, answers };
}
