import { words } from '../../language/words';
import { entriesOf } from '../entries';
import { shownTexts } from '../shown-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Words that carriers act on when they stand alone in a text message (safety.md section 13): they may never reach the guide. */
const optOut = new Set(['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out']);
const others = new Set(['start', 'yes', 'unstop', 'help', 'info']);

/** No answer of a question needs a carrier's word. As a variant "yes" is fine, since the website hears it; a word that opts out is not. */
export const carrierWordAsAnswer: Rule = (files) => {
  const said = (text: string) => words(text).join(' ');
  const labels = shownTexts(files).filter(({ path }) => path[0] === 'questions' && path[2] === 'choices');
  const variants = entriesOf(files, 'questions').flatMap((question) =>
    Object.entries(question.value.choices).flatMap(([id, { also }]) =>
      (['en', 'es'] as const).flatMap((language) =>
        also[language].map((text, index) => ({ ...question, text, path: [...question.path, 'choices', id, 'also', language, index] })),
      ),
    ),
  );
  return [
    ...labels.filter(({ text }) => optOut.has(said(text)) || others.has(said(text))),
    ...variants.filter(({ text }) => optOut.has(said(text))),
  ].map((place) =>
    problemAt('carrier-word-as-answer', place, [], `"${place.text}" is a word that carriers act on`, 'Say it in other words, or add one.'),
  );
};
