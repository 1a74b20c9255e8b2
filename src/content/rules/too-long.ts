import { entriesOf } from '../entries';
import { gsm7Length } from '../gsm7-text';
import { plainWords, wordsIn } from '../plain-words';
import { type ShownText, shownTexts } from '../shown-texts';
import { longestFilled } from './longest-filled';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Longer labels turn the buttons of Bot Framework clients into a list. */
const longestLabel = 20;
const longestTitle = 60;
/** Two joined parts of a text message; longer texts are cut at ends of sentences, so a sentence has to fit. */
const longestSms = 306;
const mostWords = 90;
/** Of an English sentence. Lines of outcomes may list more signs, as the two of medical-first (28 words) do word for word from the clinical basis. */
const mostWordsInSentence = 25;

function longestSentence(text: string): number {
  return Math.max(
    ...longestFilled(text)
      .split(/(?<=[.!?])\s+|\n+/)
      .map(gsm7Length),
  );
}

/** Lengths: buttons (label-too-long), titles (title-too-long), text messages (too-long-for-sms), sentences (sentence-too-long), answers (answer-too-long). */
export const tooLong: Rule = (files) => {
  const buttons = new Set(entriesOf(files, 'stops').map(({ value }) => value['go-on']));
  const isButton = ({ kind, path }: ShownText) => kind === 'label' || (path[0] === 'texts' && buttons.has(String(path[1])));
  return shownTexts(files).flatMap((shown) => {
    const { kind, text, language } = shown;
    const sms = longestSentence(text);
    const words = wordsIn(text).length;
    const isRead = language === 'en' && (kind === 'dialog' || kind === 'answer');
    const inSentence = isRead ? Math.max(...plainWords(text).sentences.map((sentence) => wordsIn(sentence).length)) : 0;
    return [
      ...(isButton(shown) && text.length > longestLabel
        ? [problemAt('label-too-long', shown, [], `"${text}" has ${text.length} characters`, `Say it in ${longestLabel}.`)]
        : []),
      ...(kind === 'title' && text.length > longestTitle
        ? [problemAt('title-too-long', shown, [], `the title has ${text.length} characters`, `Say it in ${longestTitle}.`)]
        : []),
      ...(sms > longestSms
        ? [
            problemAt(
              'too-long-for-sms',
              shown,
              [],
              `one sentence has ${sms} characters as a text message`,
              `Split it: ${longestSms} at most.`,
            ),
          ]
        : []),
      ...(inSentence > mostWordsInSentence
        ? [problemAt('sentence-too-long', shown, [], `one sentence has ${inSentence} words`, `Split it: ${mostWordsInSentence} at most.`)]
        : []),
      ...(kind === 'answer' && language === 'en' && words > mostWords
        ? [problemAt('answer-too-long', shown, [], `the answer has ${words} words`, `Say it in ${mostWords}.`)]
        : []),
    ];
  });
};
