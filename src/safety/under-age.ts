import { numberWords } from '../language/number-words';
import { spansIn } from './pattern-set';
import type { Signs } from './signs';

/** What stands right before an age that people say of themselves, folded. */
const selfBefore =
  /(^| )(im|i am|im actually|i am actually|ime|i turned|i just turned|im turning|im only|i am only|im just|tengo|cumpli|acabo de cumplir)$/;
/** What makes the number something else: a time without the drug, a week of pregnancy, a dose, an hour. */
const notAnAge =
  /^(days?|dias?|hours?|hrs?|horas?|weeks?|wks?|semanas?|months?|meses|mes|mins?|minutos?|minutes?|times?|veces|miles|millas|mg|grams?|percent|st|am|pm|yrs? (clean|sober)|years? (clean|sober|in|of|using|on|old (son|daughter|kid|boy|girl|brother|sister|nephew|niece|grandson|granddaughter|child)))\b/;

/** The age (8 to 99) that a person says of themselves: "me but im 16", "tengo quince"; null when none is said. "My son is 16" is not that, nor "im 10 days in". */
export function ownAge(sentences: readonly (readonly string[])[]): number | null {
  for (const sentence of sentences)
    for (const [at, word] of sentence.entries()) {
      const age = numberWords.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : 0);
      if (age < 8 || notAnAge.test(sentence.slice(at + 1, at + 4).join(' '))) continue;
      if (selfBefore.test(sentence.slice(Math.max(0, at - 3), at).join(' '))) return age;
    }
  return null;
}

/** Whether a person says of themselves that they are under 18: by their age, or by a phrase of content ("im a minor"). */
export function saysUnderAge(sentences: readonly (readonly string[])[], signs: Signs): boolean {
  const age = ownAge(sentences);
  return (age !== null && age < 18) || sentences.some((sentence) => spansIn(signs.underAge, sentence).length > 0);
}

/** Whether an age from 8 to 17 is said of anybody ("my son is 16"): then what there is on young people is worth offering. */
export function tellsOfMinor(sentences: readonly (readonly string[])[]): boolean {
  return sentences.some((sentence) =>
    sentence.some((word, at) => {
      const age = numberWords.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : 0);
      return age >= 8 && age <= 17 && !notAnAge.test(sentence.slice(at + 1, at + 4).join(' '));
    }),
  );
}
