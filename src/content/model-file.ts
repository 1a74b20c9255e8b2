import { type Classifier, createVocabulary } from '../understanding/classifier';
import type { Model } from '../understanding/reader';

/** First bytes of a model file: four letters and the version of its form. */
const magic = 'TOG2';

interface Entry {
  readonly name: string;
  readonly labels: readonly string[];
  /** Number of features. */
  readonly rows: number;
  readonly scale: number;
  readonly bias: readonly number[];
}

/**
 * A model as bytes: magic, length of a JSON head (4 bytes, little endian), the head, then of all classifiers the keys, the idf and the weights.
 * Keys come first of all and the head is filled up with spaces, so that they lie at multiples of 4 bytes.
 * `key` names the content that it was trained from.
 */
export function writeModel(model: Model, key: string): Buffer {
  const named: [string, Classifier][] = [
    ['topics', model.topics],
    ['danger', model.danger],
    ...Object.entries(model.answers).map(([id, one]): [string, Classifier] => [`answers.${id}`, one]),
  ];
  const entries: Entry[] = named.map(([name, { labels, vocabulary, scale, bias }]) => ({
    ...{ name, labels, rows: vocabulary.keys.length, scale, bias: [...bias] },
  }));
  const json = Buffer.from(JSON.stringify({ key, entries }));
  const head = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([
    Buffer.from(magic),
    length,
    head,
    ...named.map(([, { vocabulary }]) => Buffer.from(vocabulary.keys.buffer)),
    ...named.flatMap(([, { vocabulary, weights }]) => [Buffer.from(vocabulary.idf), Buffer.from(weights.buffer)]),
  ]);
}

function headOf(bytes: Buffer): { key: string; entries: Entry[]; end: number } {
  if (bytes.length < 8 || bytes.toString('latin1', 0, 4) !== magic) throw new Error('not a model file of this version');
  const end = 8 + bytes.readUInt32LE(4);
  return { ...(JSON.parse(bytes.toString('utf8', 8, end)) as { key: string; entries: Entry[] }), end };
}

/** The key a model file was written with, or null when the bytes are not one. */
export function modelKey(bytes: Buffer): string | null {
  try {
    return headOf(bytes).key;
  } catch {
    return null;
  }
}

/** Reads a model file; the arrays look into the given bytes where these allow it. Throws an Error when the bytes are not of this form. */
export function readModel(bytes: Buffer): Model {
  const { entries, end } = headOf(bytes);
  // Keys of 4 bytes can only be looked at in place where they lie at a multiple of 4.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  let keysAt = byteOffset + end;
  let at = keysAt + 4 * entries.reduce((sum, { rows }) => sum + rows, 0);
  const classifiers = new Map<string, Classifier>();
  for (const { name, labels, rows, scale, bias } of entries) {
    const keys = new Uint32Array(buffer, keysAt, rows);
    keysAt += keys.byteLength;
    const idf = new Uint8Array(buffer, at, rows);
    at += idf.length;
    const weights = new Int8Array(buffer, at, rows * labels.length);
    at += weights.length;
    classifiers.set(name, { labels, vocabulary: createVocabulary(keys, idf), weights, scale, bias: Float32Array.from(bias) });
  }
  const topics = classifiers.get('topics');
  const danger = classifiers.get('danger');
  if (!topics || !danger) throw new Error('the model file lacks a classifier');
  const answers = [...classifiers]
    .filter(([name]) => name.startsWith('answers.'))
    .map(([name, one]) => [name.slice('answers.'.length), one]);
  return { topics, danger, answers: Object.fromEntries(answers) };
}
