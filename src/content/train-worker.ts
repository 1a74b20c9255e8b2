import { parentPort, workerData } from 'node:worker_threads';
import { type Phrases, trainAnswers, trainDanger, trainTopics } from '../understanding/train-model';

const { phrases, part } = workerData as { phrases: Phrases; part: 'danger' | 'others' };
parentPort?.postMessage(
  part === 'danger' ? { danger: trainDanger(phrases) } : { topics: trainTopics(phrases), answers: trainAnswers(phrases) },
);
