import type { Sentence } from './sentence';

/** What a `{placeholder}` may be filled with: curated words, or a value from the center's configuration. */
export type Slots = Readonly<Record<string, string>>;

/** A `{placeholder}`: small letters, digits and hyphens in braces. */
export const placeholderPattern = /\{([a-z][a-z0-9-]*)\}/g;

/** Puts slots into a sentence. A placeholder without a slot stays as it is, so that several passes can fill it. */
export function fill(sentence: Sentence, slots: Slots): Sentence {
  return sentence.replace(placeholderPattern, (whole, name: string) => slots[name] ?? whole) as Sentence;
}
