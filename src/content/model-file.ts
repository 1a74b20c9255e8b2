import type { Classifier } from '../understanding/classifier';
import type { Model } from '../understanding/reader';
import { createVocabulary } from '../understanding/vocabulary';

/** First bytes of a model file: four letters and the version of its form. */
const magic = 'TOG3';

/** What the head says of one classifier; `rows` are numbers of features. */
interface Entry {
  readonly name: string;
  readonly labels: readonly string[];
  readonly letters: { readonly rows: number; readonly scale: number; readonly bias: readonly number[] };
  readonly words: {
    readonly rows: number;
    readonly scale: number;
    readonly unitBias: readonly number[];
    readonly output: readonly number[];
    readonly bias: readonly number[];
  };
}

/**
 * A model as bytes: magic, length of a JSON head (4 bytes, little endian), the head, then of all classifiers the keys (letters, words), and then
 * of all the idf and the weights (letters, words). Keys come first of all and the head is filled up with spaces, so that they lie at multiples of
 * 4 bytes. `key` names the content that it was trained from.
 */
export function writeModel(model: Model, key: string): Buffer {
  const named: [string, Classifier][] = [
    ['topics', model.topics],
    ['danger', model.danger],
    ...Object.entries(model.answers).map(([id, one]): [string, Classifier] => [`answers.${id}`, one]),
  ];
  const entries: Entry[] = named.map(([name, { labels, letters, words }]) => ({
    ...{ name, labels },
    letters: { rows: letters.vocabulary.keys.length, scale: letters.scale, bias: [...letters.bias] },
    words: {
      ...{ rows: words.vocabulary.keys.length, scale: words.scale },
      ...{ unitBias: [...words.unitBias], output: [...words.output], bias: [...words.bias] },
    },
  }));
  const json = Buffer.from(JSON.stringify({ key, entries }));
  const head = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([
    Buffer.from(magic),
    length,
    head,
    ...named.flatMap(([, { letters, words }]) => [Buffer.from(letters.vocabulary.keys.buffer), Buffer.from(words.vocabulary.keys.buffer)]),
    ...named.flatMap(([, { letters, words }]) => [
      ...[Buffer.from(letters.vocabulary.idf), Buffer.from(letters.weights.buffer)],
      ...[Buffer.from(words.vocabulary.idf), Buffer.from(words.vectors.buffer)],
    ]),
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
  let at = keysAt + 4 * entries.reduce((sum, { letters, words }) => sum + letters.rows + words.rows, 0);
  /** Vocabulary and weights of one model: the next keys, the next idf, and the next bytes, `width` for each feature. */
  const take = (rows: number, width: number) => {
    const keys = new Uint32Array(buffer, keysAt, rows);
    const idf = new Uint8Array(buffer, at, rows);
    const weights = new Int8Array(buffer, at + rows, rows * width);
    keysAt += keys.byteLength;
    at += rows + weights.length;
    return { vocabulary: createVocabulary(keys, idf), weights };
  };
  const classifiers = new Map<string, Classifier>();
  for (const { name, labels, letters, words } of entries) {
    const runs = take(letters.rows, labels.length);
    const { vocabulary, weights: vectors } = take(words.rows, words.unitBias.length);
    classifiers.set(name, {
      labels,
      letters: { ...runs, scale: letters.scale, bias: Float32Array.from(letters.bias) },
      words: {
        ...{ vocabulary, vectors, scale: words.scale, unitBias: Float32Array.from(words.unitBias) },
        ...{ output: Float32Array.from(words.output), bias: Float32Array.from(words.bias) },
      },
    });
  }
  const topics = classifiers.get('topics');
  const danger = classifiers.get('danger');
  if (!topics || !danger) throw new Error('the model file lacks a classifier');
  const answers = [...classifiers]
    .filter(([name]) => name.startsWith('answers.'))
    .map(([name, one]) => [name.slice('answers.'.length), one]);
  return { topics, danger, answers: Object.fromEntries(answers) };
}
