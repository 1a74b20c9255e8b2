import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import spanishStemmer from 'natural/lib/natural/stemmers/porter_stemmer_es';
import { slang } from './slang';

/** Words longer than this are typing noise; stemming them costs time and says nothing. */
const longestWord = 32;
/** Words of one message that are looked at: a message is scored sentence by sentence, so this bounds one sentence. */
const mostWords = 120;

const stems = new Map<string, string>();

/** Remembers stems, since people use the same few thousand words; bounded, because words come from outside. */
function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const english = englishStemmer.stem(word);
  const result = english === word ? spanishStemmer.stem(word) : english;
  if (stems.size > 20_000) stems.clear();
  stems.set(word, result);
  return result;
}

/** FNV-1a over UTF-16 code units: small, fast and the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 15;
  return value >>> 0;
}

/**
 * The features of one sentence of folded words, as hashes (unsigned 32 bits, each once): word stems, pairs of
 * neighbouring stems, pairs with one word between, and character 3- to 5-grams of every word with its borders, which carry misspellings.
 */
export function features(words: readonly string[]): Uint32Array {
  const found = new Set<number>();
  const used = words.slice(0, mostWords).flatMap((word) => (slang.get(word) ?? word).split(' '));
  const list = used.map((word) => stem(word.slice(0, longestWord)));
  for (let index = 0; index < list.length; index += 1) {
    const one = list[index] as string;
    found.add(hash(`w ${one}`));
    if (index + 1 < list.length) found.add(hash(`p ${one} ${list[index + 1]}`));
    if (index + 2 < list.length) found.add(hash(`s ${one} ${list[index + 2]}`));
    const bordered = `_${(used[index] as string).slice(0, longestWord)}_`;
    for (let length = 3; length <= 5; length += 1)
      for (let start = 0; start + length <= bordered.length; start += 1) found.add(hash(bordered.slice(start, start + length)));
  }
  if (list.length > 0) {
    found.add(hash(`f ${list[0]}`));
    found.add(hash(`n ${Math.min(list.length, 12)}`));
  }
  return Uint32Array.from(found);
}
