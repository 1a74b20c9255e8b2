import { occurs } from './phrase-pattern';
import type { Signs } from './signs';

/** What stands right before an age that people say of themselves, folded. */
const selfBefore = /(^| )(im|i am|ime|i turned|i just turned|im turning|im only|i am only|im just|tengo|cumpli|acabo de cumplir)$/;
/** What makes the number something else: a time without the drug, a week of pregnancy, a dose, an hour. */
const notAnAge =
  /^(days?|dias?|hours?|hrs?|horas?|weeks?|wks?|semanas?|months?|meses|mes|mins?|minutos?|minutes?|times?|veces|miles|millas|mg|grams?|percent|st|am|pm|yrs? (clean|sober)|years? (clean|sober|in|of|using|on|old (son|daughter|kid|boy|girl|brother|sister|nephew|niece|grandson|granddaughter|child)))\b/;

const numberWords: Readonly<Record<string, number>> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  diez: 10,
  once: 11,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciseis: 16,
  diecisiete: 17,
};

/**
 * Whether a person says of themselves that they are under 18: by a phrase of content ("im a minor") or by an age from 8 to 17 ("me but im 16",
 * "tengo quince"). A parent's "my son is 16" is not that, nor is "im 10 days in".
 */
export function saysUnderAge(sentences: readonly (readonly string[])[], signs: Signs): boolean {
  return sentences.some((sentence) => {
    if (signs.underAge.some((pattern) => occurs(pattern, sentence))) return true;
    return sentence.some((word, at) => {
      const age = numberWords[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : Number.NaN);
      if (!(age >= 8 && age <= 17)) return false;
      const isSelf = selfBefore.test(sentence.slice(Math.max(0, at - 3), at).join(' '));
      return isSelf && !notAnAge.test(sentence.slice(at + 1, at + 4).join(' '));
    });
  });
}
