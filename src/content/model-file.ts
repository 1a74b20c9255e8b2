import type { Classifier } from '../understanding/classifier';
import type { Model } from '../understanding/reader';

/** First bytes of a model file: four letters and the version of its form. */
const magic = 'TOG1';

interface Entry {
  readonly name: string;
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly bias: readonly number[];
}

/**
 * A model as bytes: magic, length of a JSON head (4 bytes, little endian), the head, then for each classifier its idf and its weights.
 * `key` names the content that it was trained from.
 */
export function writeModel(model: Model, key: string): Buffer {
  const named: [string, Classifier][] = [
    ['topics', model.topics],
    ['danger', model.danger],
    ...Object.entries(model.answers).map(([id, one]): [string, Classifier] => [`answers.${id}`, one]),
  ];
  const entries: Entry[] = named.map(([name, { labels, bits, scale, bias }]) => ({ name, labels, bits, scale, bias: [...bias] }));
  const head = Buffer.from(JSON.stringify({ key, entries }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([
    Buffer.from(magic),
    length,
    head,
    ...named.flatMap(([, { idf, weights }]) => [Buffer.from(idf), Buffer.from(weights.buffer)]),
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

/** Reads a model file; the arrays look into the given bytes and copy nothing. Throws an Error when the bytes are not of this form. */
export function readModel(bytes: Buffer): Model {
  const { entries, end } = headOf(bytes);
  let at = bytes.byteOffset + end;
  const classifiers = new Map<string, Classifier>();
  for (const { name, labels, bits, scale, bias } of entries) {
    const idf = new Uint8Array(bytes.buffer, at, 2 ** bits);
    at += idf.length;
    const weights = new Int8Array(bytes.buffer, at, 2 ** bits * labels.length);
    at += weights.length;
    classifiers.set(name, { labels, bits, scale, bias: Float32Array.from(bias), idf, weights });
  }
  const topics = classifiers.get('topics');
  const danger = classifiers.get('danger');
  if (!topics || !danger) throw new Error('the model file lacks a classifier');
  const answers = [...classifiers]
    .filter(([name]) => name.startsWith('answers.'))
    .map(([name, one]) => [name.slice('answers.'.length), one]);
  return { topics, danger, answers: Object.fromEntries(answers) };
}
