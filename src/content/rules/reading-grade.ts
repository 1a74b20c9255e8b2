import type { Text } from '../../dialogs/schema';
import type { ContentFiles } from '../content-files';
import { listOf } from '../entries';
import { wordsIn } from '../plain-words';
import type { Problem } from '../problem';
import { easeOf, gradeOf } from '../readability';
import { type ShownText, shownTexts } from '../shown-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Grades of school (English) and perspicuity (Spanish) that plain words keep to (safety.md section 10). */
const limits = { dialog: 5, answer: 8, answersOnAverage: 6, ease: 60 };
/** Shorter texts say nothing about their grade. */
const fewestWords = 8;

/** What is read in one go: whole messages, answers, and an outcome's lines together, which are one message. */
function readInOneGo(files: ContentFiles): ShownText[] {
  const outcomes = listOf(files, 'outcomes').flatMap(({ file, path, value }): ShownText[] =>
    (['en', 'es'] as const).flatMap((language) =>
      [false, true].map((them) => {
        const words = (text: Text) => (them ? (text.them ?? text) : text)[language];
        const text = [value.title, ...value.lines].map(words).join('\n');
        return { kind: 'dialog' as const, file, path: [...path, 'lines'], language, text };
      }),
    ),
  );
  return [...shownTexts(files).filter(({ kind }) => kind === 'dialog' || kind === 'answer'), ...outcomes].filter(
    ({ text }) => wordsIn(text).length >= fewestWords,
  );
}

/** Plain words in both languages: each text by itself, and the English answers on average. */
export const readingGrade: Rule = (files) => {
  const texts = readInOneGo(files);
  const hard = texts.flatMap((shown): Problem[] => {
    const isAnswer = shown.kind === 'answer';
    if (shown.language === 'es') {
      const ease = easeOf(shown.text);
      return ease >= limits.ease
        ? []
        : [
            problemAt(
              'reading-grade',
              shown,
              [],
              `INFLESZ ${ease.toFixed(0)}`,
              `At least ${limits.ease}: shorter sentences, shorter words.`,
            ),
          ];
    }
    const grade = gradeOf(shown.text);
    const most = isAnswer ? limits.answer : limits.dialog;
    return grade <= most
      ? []
      : [problemAt('reading-grade', shown, [], `grade ${grade.toFixed(1)}`, `At most ${most}: shorter sentences, shorter words.`)];
  });
  const answers = texts.filter(({ kind, language }) => kind === 'answer' && language === 'en');
  const average = answers.reduce((sum, { text }) => sum + gradeOf(text), 0) / Math.max(1, answers.length);
  const [hardest] = [...answers].sort((a, b) => gradeOf(b.text) - gradeOf(a.text));
  if (average <= limits.answersOnAverage || hardest === undefined) return hard;
  const found = `the answers have grade ${average.toFixed(1)} on average, this one ${gradeOf(hardest.text).toFixed(1)}`;
  return [...hard, problemAt('reading-grade', hardest, [], found, `At most ${limits.answersOnAverage}: begin with this one.`)];
};
