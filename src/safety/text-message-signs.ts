import { compilePatterns, type PatternSet, spansIn } from './pattern-set';

/** How text messages ask for no more texts, and what machines answer, as it stands in content: phrases of both languages together. */
export interface TextMessagePhrases {
  /** Asks for no more texts. */
  readonly optOut: readonly string[];
  /** What a message that asks for no more texts does not say. */
  readonly notOptOut: readonly string[];
  /** What phones and machines send by themselves. */
  readonly automatic: readonly string[];
}

/** The same, ready for matching. */
export type TextMessageSigns = { readonly [name in keyof TextMessagePhrases]: PatternSet };

/** Reads all phrases. Throws where one is not of the notation. */
export function compileTextMessageSigns({ optOut, notOptOut, automatic }: TextMessagePhrases): TextMessageSigns {
  return { optOut: compilePatterns(optOut, true), notOptOut: compilePatterns(notOptOut, true), automatic: compilePatterns(automatic) };
}

/** Whether any phrase of the set stands in any of the sentences. */
export function saysAny(set: PatternSet, sentences: readonly (readonly string[])[]): boolean {
  return sentences.some((sentence) => spansIn(set, sentence).length > 0);
}
