/** Folded words by which people take back what they said before. */
const corrections = [
  ...[
    'no wait',
    'wait no',
    'no sorry',
    'sorry no',
    'no i meant',
    'i meant',
    'i mean',
    'no lemme',
    'scratch that',
    'actually',
    'no actually',
  ],
  ...['no espera', 'espera no', 'no perdon', 'perdon no', 'perdon', 'digo no', 'digo', 'mejor dicho', 'quise decir', 'no mentira'],
].map((phrase) => phrase.split(' '));

/** What is said after the last correction ("heroin, no wait, pills"), folded; all words where nothing is corrected or nothing follows. */
export function afterCorrection(words: readonly string[]): readonly string[] {
  for (let at = words.length - 2; at >= 0; at -= 1) {
    const found = corrections
      .filter((phrase) => phrase.every((word, index) => words[at + index] === word))
      .sort((one, other) => other.length - one.length)[0];
    if (found !== undefined && at + found.length < words.length) return words.slice(at + found.length);
  }
  return words;
}
