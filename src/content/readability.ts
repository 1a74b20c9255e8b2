import syllable from 'syllable';
import { plainWords } from './plain-words';

/**
 * Names that have no plainer word and would make every text about them look hard (safety.md section 10). Each one counts as one word of
 * 2 syllables, so a grade here is that of the words around them.
 */
const names =
  /\b(Domestic Violence Hotline|Tennessee REDLINE|naloxone|naltrexone|methadone|buprenorphine|Suboxone|inpatient|Nar-Anon|Al-Anon|SMART Recovery)\b/gi;

const oneName = 'naming';
const isNumber = (word: string) => /^\d/.test(word);

/** Flesch-Kincaid grade of an English text: the year of school at which it is read with ease. Numbers count one syllable. */
export function gradeOf(text: string): number {
  const { words, sentences } = plainWords(text.replace(names, oneName));
  const syllables = words.reduce((sum, word) => sum + (isNumber(word) ? 1 : Math.max(1, syllable(word))), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Syllables of a Spanish word: groups of vowels; two strong vowels, and an accented i or u beside another, part a group. */
function spanishSyllables(word: string): number {
  const spelled = word
    .toLowerCase()
    .replace(/qu/g, 'k')
    .replace(/gu([eiéí])/g, 'g$1');
  let count = 0;
  for (const [group] of spelled.matchAll(/[aeiouáéíóúüy]+/g)) {
    count += 1;
    for (let at = 1; at < group.length; at += 1) {
      const pair = group.slice(at - 1, at + 1);
      if (/^[aeoáéó]{2}$/.test(pair) || /[íú]/.test(pair)) count += 1;
    }
  }
  return Math.max(1, count);
}

/** Szigriszt-Pazos perspicuity of a Spanish text on the INFLESZ scale: 55 to 65 is normal, above is easy. */
export function easeOf(text: string): number {
  const { words, sentences } = plainWords(text);
  const syllables = words.reduce((sum, word) => sum + (isNumber(word) ? 1 : spanishSyllables(word)), 0);
  return 206.84 - 62.3 * (syllables / words.length) - words.length / sentences.length;
}
