import type { Language } from './language';

/** One thing in every language of the guide, side by side, so that none can be forgotten. */
export type Localized<T> = Readonly<Record<Language, T>>;
