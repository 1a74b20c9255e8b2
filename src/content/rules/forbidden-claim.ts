import { shownTexts } from '../shown-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

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
    /\byou (?:need|should|must)\b|\b(?:usted (?:debe|tiene que)|(?:necesita|debe|tiene que) (?:ir|entrar|tratarse|hacer))\b/i,
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

/** Claims that may stand in no text that is shown. */
export const forbiddenClaim: Rule = (files) =>
  shownTexts(files).flatMap((shown) => {
    const text = shown.text.replace(denials, '');
    return claims.flatMap(([pattern, why]) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [problemAt('forbidden-claim', shown, [], `"${found}"`, why)];
    });
  });
