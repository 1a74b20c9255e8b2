import { numberWords } from '../language/number-words';

/** English ordinals, and the Spanish ones in both genders. */
const ordinalWords = [
  'first second third fourth fifth sixth seventh eighth',
  '1st 2nd 3rd 4th 5th 6th 7th 8th',
  'primero segundo tercero cuarto quinto sexto septimo octavo',
  'primera segunda tercera cuarta quinta sexta septima octava',
].flatMap((list) => list.split(' ').map((word, index) => [word, index + 1] as const));
const names: ReadonlyMap<string, number> = new Map([...numberWords, ...ordinalWords, ['una', 1]]);

/** Words that people put around the number of an answer and that change nothing. Never "im" or "tengo" (an age), never "no" ("no one"). */
const around = new Set(
  'the number num option opt answer choice one and i pick choose say its ill go with please el la los las numero opcion respuesta y escojo elijo con'.split(
    ' ',
  ),
);

const ordinals = /^(\d(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth)$/;

/**
 * Numbers of answers, when the words are nothing but that: "2", "#2", "option two", "the second one", "1 and 3", "el dos".
 * Null when anything else is said ("2 days").
 */
export function readNumbers(words: readonly string[]): number[] | null {
  if (words.length === 0 || words.length > 12) return null;
  const found: number[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string;
    // "The second one" is the second; "three and one" are two answers.
    const isNounOne = word === 'one' && ordinals.test(words[index - 1] ?? '');
    const number = isNounOne ? undefined : (names.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined));
    if (number !== undefined) found.push(number);
    else if (!around.has(word) && !(word === 'no' && /^\d/.test(words[index + 1] ?? ''))) return null;
  }
  return found.length > 0 ? [...new Set(found)] : null;
}

const numberNouns = new Set(['number', 'option', 'choice', 'numero', 'opcion']);

/** The words after "number", "option" and the like in a longer answer: "i believe it could be number 1 with my son". */
export function namedNumbers(words: readonly string[]): string[] {
  return words.filter((word, index) => numberNouns.has(words[index - 1] ?? '') && readNumbers([word]) !== null);
}
