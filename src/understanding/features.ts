import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import spanishStemmer from 'natural/lib/natural/stemmers/porter_stemmer_es';
import { HashSet } from './hash-set';
import { slang } from './slang';

/** Words longer than this are typing noise; stemming them costs time and says nothing. */
const longestWord = 32;
/** Words of one text that are looked at: long messages are also read part by part, so this bounds one part. */
const mostWords = 200;
/** Lengths of the runs of letters, in characters: the short ones find misspelled words, the long ones carry how words follow each other. */
const shortRun = 3;
const longRun = 7;

const stems = new Map<string, string>();
/** More than all phrases have; about 5 MB when full. */
const mostStems = 50_000;

/** Remembers stems, since people use the same few thousand words; bounded, because words come from outside. */
function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const english = englishStemmer.stem(word);
  const result = english === word ? spanishStemmer.stem(word) : english;
  if (stems.size >= mostStems) stems.clear();
  stems.set(word, result);
  return result;
}

/** FNV-1a: small, fast and the same everywhere. Starts each kind of feature at another value, so that they do not meet. */
const start = { word: 0x811c9dc5, pair: 0x1b873593, apart: 0x5bd1e995, shortRun: 0x2f693b52, longRun: 0x3c6ef372 };
const prime = 0x01000193;
const step = (value: number, code: number) => Math.imul(value ^ code, prime);
const finish = (value: number) => (value ^ (value >>> 15)) >>> 0;

function hash(from: number, text: string): number {
  let value = from;
  for (let index = 0; index < text.length; index += 1) value = step(value, text.charCodeAt(index));
  return value;
}

/** Features of one text as hashes (unsigned 32 bits), in groups of equal weight. Each hash occurs once in its group. */
export type Features = readonly Uint32Array[];

/** All features of one text, for the two models that look at it. */
export interface MessageFeatures {
  /** Word stems; pairs of stems that stand side by side or up to two words apart. */
  readonly words: Features;
  /** Runs of 3 and of 7 characters across the words. */
  readonly letters: Features;
}

/** Serves one text after the other. */
const set = new HashSet();

function wordHashes(stemmed: readonly string[]): Uint32Array {
  set.clear();
  for (const one of stemmed) set.add(finish(hash(start.word, one)));
  return set.taken();
}

function pairHashes(stemmed: readonly string[]): Uint32Array {
  set.clear();
  for (let index = 0; index < stemmed.length; index += 1) {
    const beside = step(hash(start.pair, stemmed[index] as string), 32);
    const apart = step(hash(start.apart, stemmed[index] as string), 32);
    for (let other = index + 1; other <= index + 3 && other < stemmed.length; other += 1)
      set.add(finish(hash(other === index + 1 ? beside : apart, stemmed[other] as string)));
  }
  return set.taken();
}

/** The prime to the power of the length of a run, in 32 bits. */
function powerOf(length: number): number {
  return length === 0 ? 1 : Math.imul(powerOf(length - 1), prime);
}

const shortFactor = powerOf(shortRun);
const longFactor = powerOf(longRun);
/** Hash of the first so many characters of a text: a run's hash is the difference of two of them, so that its length costs nothing. */
let beginnings = new Int32Array(1024);

function letterHashes(text: string): Uint32Array {
  set.clear();
  if (beginnings.length <= text.length) beginnings = new Int32Array(2 * text.length);
  for (let at = 0; at < text.length; at += 1) beginnings[at + 1] = Math.imul(beginnings[at] as number, prime) + text.charCodeAt(at);
  for (let from = 0; from + shortRun <= text.length; from += 1) {
    const before = beginnings[from] as number;
    set.add(finish(step(start.shortRun, (beginnings[from + shortRun] as number) - Math.imul(before, shortFactor))));
    if (from + longRun <= text.length)
      set.add(finish(step(start.longRun, (beginnings[from + longRun] as number) - Math.imul(before, longFactor))));
  }
  return set.taken();
}

/** Reads the features of folded words. */
export function features(words: readonly string[]): MessageFeatures {
  const used: string[] = [];
  for (const word of words.slice(0, mostWords)) {
    const meaning = slang.get(word);
    if (meaning === undefined) used.push(word.slice(0, longestWord));
    else used.push(...meaning.split(' '));
  }
  const stemmed = used.map(stem);
  return { words: [wordHashes(stemmed), pairHashes(stemmed)], letters: [letterHashes(used.length === 0 ? '' : ` ${used.join(' ')} `)] };
}
