const names: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    '1st': 1,
    '2nd': 2,
    '3rd': 3,
    '4th': 4,
    '5th': 5,
    '6th': 6,
    '7th': 7,
    '8th': 8,
    cero: 0,
    uno: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    primero: 1,
    primera: 1,
    segundo: 2,
    segunda: 2,
    tercero: 3,
    tercera: 3,
    cuarto: 4,
    cuarta: 4,
    quinto: 5,
    quinta: 5,
    sexto: 6,
    sexta: 6,
    septimo: 7,
    septima: 7,
    octavo: 8,
    octava: 8,
  }),
);

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
