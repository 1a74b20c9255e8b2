import { shownTexts } from '../shown-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** What looks like a phone number, a short code of 5 or 6 digits, or a three-digit line. 911 and 988 are known to everyone and may stand. */
const numbers = /\b\d{3}[-. )]{1,2}\d{3}[-. ]{1,2}(?:\d{4}|[A-Z]{4})\b|\b\d{3}-[A-Z\d]{4}\b|\b\d{10,11}\b|\b\d{5,6}\b|\b[2-8]11\b/;

/** Phone numbers have one home, knowledge/crisis-lines.yaml, so that a changed number is changed everywhere. */
export const rawPhoneNumber: Rule = (files) =>
  shownTexts(files).flatMap((shown) => {
    const number = numbers.exec(shown.text)?.[0];
    if (number === undefined) return [];
    return [
      problemAt(
        'raw-phone-number',
        shown,
        [],
        `the number "${number.trim()}"`,
        'Put it in knowledge/crisis-lines.yaml and name it as {id}.',
      ),
    ];
  });
