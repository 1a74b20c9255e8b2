/** The languages every sentence of the guide exists in, in the order in which they are shown. */
export const languages = ['en', 'es'] as const;

/** An ISO 639-1 code of a language that the guide speaks. */
export type Language = (typeof languages)[number];
