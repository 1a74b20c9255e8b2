import type { Reply } from '../conversation/reply';

/**
 * The open choices with their numbers and full wording, one a line. Empty where there are none, or where the words
 * themselves already give the numbers ("Reply 1 to start, 2 to ask"), which would only be repeated.
 */
export function choiceLines(reply: Reply): string[] {
  const choices = reply.choices ?? [];
  if (choices.every((_, index) => saysNumber(reply.text, index + 1))) return [];
  return choices.map((choice, index) => `${index + 1}. ${choice.say ?? choice.label}`);
}

/** A number counts as offered after "Reply" or at the start of a phrase, not inside one ("2 to 3 minutes"). */
function saysNumber(text: string, number: number): boolean {
  return new RegExp(`(?:\\b(?:reply|responda)|[.,:;?!])\\s+${number}\\b`, 'i').test(text);
}
