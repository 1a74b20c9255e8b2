import type { Language } from '../language/language';

/** Function words that occur in one of the two languages only, folded. */
const signs: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the is are am i im my he she his her they them you your it its what how do does did can cant could will wont would with without for from and of to in on at not dont have has had was were this that there who when where why about been just get got need want help if or but so really long much no one any some'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las un una de del que qué y en con sin por para mi su sus tu yo usted ustedes ella ellos es son soy estoy esta estan estaba como cuando donde quien cuanto cuanta cuesta puedo puede pueden quiero quiere necesito ayuda hijo hija esposo esposa hermano hermana mama papa tiene tengo hay ya muy mas pero porque si lo le les se me te nos hola gracias dias hoy ayer heroina droga drogas desintoxicacion tratamiento respira despierta morir vivir hacer dejar usar aqui ahora sobredosis convulsion violencia suicidio matarme embarazo fiebre sangre'.split(
      ' ',
    ),
  ),
};
const shared = new Set(['no', 'me', 'a', 'he', 'son', 'hay', 'has', 'as', 'use']);

/** The language of folded words, or null when they do not tell (numbers, names of drugs, one shared word). */
export function languageOf(words: readonly string[]): Language | null {
  let english = 0;
  let spanish = 0;
  for (const word of words) {
    if (shared.has(word)) continue;
    if (signs.en.has(word)) english += 1;
    if (signs.es.has(word)) spanish += 1;
  }
  // A single word of many tells nothing: French and Portuguese share "de" and "la" with Spanish.
  if (english === spanish || (Math.max(english, spanish) === 1 && words.length > 4)) return null;
  return english > spanish ? 'en' : 'es';
}
