import { shownTexts } from '../shown-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Words that hurt, with what to say instead (safety.md section 9). They are looked for as whole words, without regard to capitals. */
const stigma: Readonly<Record<'en' | 'es', readonly (readonly [RegExp, string])[]>> = {
  en: [
    [
      /\b(?:(?:former |ex-?)?addicts?|junk(?:ies|ie|y)|(?:drug|heroin|opioid|substance) (?:ab)?users?)\b/i,
      'person who uses heroin, person in recovery',
    ],
    [/\balcoholics?\b/i, 'person with alcohol use disorder'],
    [/\b(?:abus(?:e|es|ed|ing|ers?)|habits?)\b/i, 'use'],
    [/\b(?:clean|dirty)\b/i, 'not using, tested negative'],
    [/\b(?:relaps(?:e|es|ed|ing)|fell off|slipped)\b/i, 'used again, return to use'],
    [/\b(?:opioid )?(?:replacement|substitution)\b|\bcrutch(?:es)?\b/i, 'medicine for opioid addiction'],
    [/\baddicted bab(?:y|ies)\b/i, 'baby with withdrawal'],
    [/\b(?:enabl(?:e|er|ers|ing)|tough love|rock bottom|codependen(?:t|cy|ce))\b/i, 'what helps, limits'],
    [/\b(?:non-?complian(?:t|ce)|refus(?:e|es|ed|ing))\b/i, 'is not ready, chose not to'],
    [/\b(?:commit(?:s|ted|ting)? suicide|(?:failed|successful) (?:suicide|attempt))\b/i, 'die by suicide, suicide attempt'],
    [/\b(?:kick(?:s|ed|ing)? (?:it|the|heroin)|get(?:ting)? clean|fights?|fighting|battl(?:e|es|ing))\b/i, 'stop, get care, recover'],
    [/\b(?:victims?|suffer(?:s|ed|ing)?|struggl(?:e|es|ed|ing))\b/i, 'living with, going through'],
  ],
  es: [
    [
      /(?<!\p{L})(?:(?:ex)?adict[oa]s?|drogadict[oa]s?|toxic[oó]man[oa]s?|yonquis?|tecat[oa]s?|viciosos?)(?!\p{L})/iu,
      'persona que usa heroína',
    ],
    [/(?<!\p{L})(?:alcoh[oó]lic[oa]s?|borrach[oa]s?)(?!\p{L})/iu, 'persona con trastorno por consumo de alcohol'],
    [/(?<!\p{L})(?:abus(?:o|os|a|an|ar|ó)|vicios?)(?!\p{L})/iu, 'uso'],
    [/(?<!\p{L})(?:(?:estar|está|sigue|mantenerse) limpi[oa]s?|suci[oa]s?)(?!\p{L})/iu, 'sin usar, prueba negativa'],
    [/(?<!\p{L})(?:reca[ií](?:da|das|do|er|ó))(?!\p{L})/iu, 'volvió a usar'],
    [/(?<!\p{L})(?:sustituci[oó]n|reemplazo de opioides|muleta)(?!\p{L})/iu, 'medicina para la adicción a opioides'],
    [/(?<!\p{L})(?:bebés? adict[oa]s?|codependien(?:te|tes|cia)|tocar fondo|mano dura)(?!\p{L})/iu, 'bebé con abstinencia; límites'],
    [/(?<!\p{L})(?:incumplidor(?:a|es|as)?|se niega)(?!\p{L})/iu, 'aún no quiere'],
    [/(?<!\p{L})(?:comet(?:er|e|ió) (?:un )?suicidio|intento fallido)(?!\p{L})/iu, 'morir por suicidio'],
    [/(?<!\p{L})(?:víctimas?|sufr(?:e|en|ir|iendo)|lucha(?:r|n|ndo)?|batallas?)(?!\p{L})/iu, 'vive con, pasa por'],
  ],
};

/** Names in which such words stay; a placeholder is filled with a name or a number. */
const properNames =
  /\{[a-z-]+\}|child abuse|Alcoholics Anonymous|Alcohólicos Anónimos|Narcotics Anonymous|Substance Abuse Services|Substance Abuse and Mental Health|Al-Anon/gi;

/** Words about people that may stand in no text that is shown. What people type (variants, phrases, signs) is not touched. */
export const stigmaWord: Rule = (files) =>
  shownTexts(files).flatMap((shown) => {
    const text = shown.text.replace(properNames, '');
    return stigma[shown.language].flatMap(([pattern, better]) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [problemAt('stigma-word', shown, [], `"${found}"`, `Better: ${better}.`)];
    });
  });
