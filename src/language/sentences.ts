import { fold } from './fold';

/**
 * The sentences of a text as folded words. Sentences end at . ! ? ; and line breaks, and at signs that are neither
 * letters nor digits nor common marks (emoji); a decimal point does not end one.
 */
export function sentences(text: string): string[][] {
  return fold(text)
    .split(/[!?;:\n\r\u00a1\u00bf\u2026]+|\.(?!\d)|\p{Extended_Pictographic}+/u)
    .map((part) => part.match(/[a-z0-9]+/g) ?? [])
    .filter((part) => part.length > 0);
}
