import { notGsm7 } from '../gsm7-text';
import { shownTexts } from '../shown-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** One character outside GSM-7 makes a text message three times as many parts (safety.md section 13). */
export const notGsm7Rule: Rule = (files) =>
  shownTexts(files).flatMap((shown) => {
    const bad = notGsm7(shown.text);
    if (bad.length === 0) return [];
    return [
      problemAt('not-gsm7', shown, [], `text messages cannot carry ${bad.join(' ')}`, 'Use straight quotes, plain hyphens and three dots.'),
    ];
  });
