import { fold } from './fold';

/**
 * The sentences of a text as folded words. Sentences end at . ! ? ; : and line breaks; a decimal point does not end one, nor does an emoji, which
 * people also put between the words of one.
 */
export function sentences(text: string): string[][] {
  return fold(text)
    .split(/[!?;:\n\r\u00a1\u00bf\u2026]+|\.(?!\d)/u)
    .map((part) => part.match(/[a-z0-9]+/g) ?? [])
    .filter((part) => part.length > 0);
}
