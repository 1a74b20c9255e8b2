import { z } from 'zod';

/** Reads curated words from a content file: the only door through which text becomes a `Sentence`. */
export const sentence = z.string().trim().min(1).brand<'Sentence'>();

/** One sentence in both languages. */
export const localizedSentence = z.strictObject({ en: sentence, es: sentence });
