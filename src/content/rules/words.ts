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
    [/(?<!\p{L})(?:incumplid[oa]r?[ae]?s?|se niega)(?!\p{L})/iu, 'aún no quiere'],
    [/(?<!\p{L})(?:comet(?:er|e|ió) (?:un )?suicidio|intento fallido)(?!\p{L})/iu, 'morir por suicidio'],
    [/(?<!\p{L})(?:víctimas?|sufr(?:e|en|ir|iendo)|lucha(?:r|n|ndo)?|batallas?)(?!\p{L})/iu, 'vive con, pasa por'],
  ],
};

/** Names in which such words stay; a placeholder is filled with a name or a number. */
const properNames =
  /\{[a-z-]+\}|child abuse|Alcoholics Anonymous|Alcohólicos Anónimos|Narcotics Anonymous|Substance Abuse Services|Substance Abuse and Mental Health|Al-Anon/gi;

/** Claims that the center's article does not carry, or that an automated guide may not make (safety.md section 12). */
const claims: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:our|nuestr[oa]s?)\s+(?:\S+\s+)?(?:IOP|inpatient|28|programas?|programs?|detox|residential)\b/i,
    'Programs are described in general; the center places people.',
  ],
  [
    /\b28-day|\b28 days? (?:program|treatment|stay)|\b(?:programa|tratamiento) de 28\b/i,
    'Not a program of the center: say "28 days to a few months" of inpatient care in general.',
  ],
  [
    /\b24\s?\/\s?7\b|\b24 (?:hours|horas)\b|\baround the clock\b/i,
    'Nothing says so of the center: leave it out, or say "day or night" of a crisis line.',
  ],
  [
    /\bwe (?:accept|take|offer|provide|treat|guarantee)\b|\b(?:aceptamos|ofrecemos|garantizamos)\b/i,
    'The guide is not the center: say {center} and what its article says.',
  ],
  [
    /\byou (?:need|should|must)\b|\b(?:usted )?(?:necesita|debe|tiene que) (?:ir|entrar|tratarse|hacer)\b/i,
    'Say "you could ask" or "you may want to".',
  ],
  [
    /\b(?:match(?:ed|es)?|assess\w*|evaluat\w*|recommended for you|best program)\b|\bel mejor programa\b|\brecomendado para usted\b/i,
    'The guide judges nobody: say "things to talk about".',
  ],
  [/\b(?:guarantee\w*|cures?|cured|safe detox|success rates?|garantiza\w*|cura[nr]?)\b/i, 'Promise nothing.'],
  [/\bdiagn\w+/i, 'The guide gives no diagnosis.'],
];

/** "This is not a diagnosis" is what the guide has to say. */
const denials = /\b(?:not|no|no es)\s+(?:a|un|give a|dar un)\s+diagn\w+|\bno es un diagnóstico\b/gi;

/** Words about people (stigma-word) and claims (forbidden-claim) that may stand in no text that is shown. */
export const words: Rule = (files) =>
  shownTexts(files).flatMap((shown) => {
    const text = shown.text.replace(properNames, '').replace(denials, '');
    return [
      ...stigma[shown.language].flatMap(([pattern, better]) => {
        const found = pattern.exec(text)?.[0];
        return found === undefined ? [] : [problemAt('stigma-word', shown, [], `"${found}"`, `Better: ${better}.`)];
      }),
      ...claims.flatMap(([pattern, why]) => {
        const found = pattern.exec(text)?.[0];
        return found === undefined ? [] : [problemAt('forbidden-claim', shown, [], `"${found}"`, why)];
      }),
    ];
  });
