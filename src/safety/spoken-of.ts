const first = new Set([
  'i',
  'im',
  'ive',
  'ill',
  'id',
  'me',
  'my',
  'myself',
  'yo',
  'me',
  'mi',
  'matarme',
  'suicidarme',
  'quiero',
  'morirme',
  'cortarme',
  'vivir',
]);
const third = new Set(
  'he hes she shes him his her they theyre them their son daughter brother sister mom dad husband wife boyfriend girlfriend friend ella el hijo hija hermano hermana esposo esposa mama papa amigo amiga novio novia'.split(
    ' ',
  ),
);

/** Words that say it of oneself, whoever else is named: "i want to die, my son left". */
const plainSelf =
  /\b(myself|i (just )?(want to|wanna) die|matarme|suicidarme|quiero morir|morirme|no quiero vivir|quitarme la vida|cortarme)\b/;

/** Of whom folded words speak: of the person who writes, of somebody else, or null where they do not tell. */
export function spokenOf(words: readonly string[]): 'self' | 'other' | null {
  if (plainSelf.test(words.join(' '))) return 'self';
  if (words.some((word) => third.has(word))) return 'other';
  return words.some((word) => first.has(word)) ? 'self' : null;
}
