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

/** Whether folded words are about the person who writes, and about nobody else: "i want to die", also where the conversation is about a loved one. */
export function speaksOfSelf(words: readonly string[]): boolean {
  return words.some((word) => first.has(word)) && !words.some((word) => third.has(word));
}
