import { type Category, categories } from './danger';
import { compilePatterns, type PatternSet } from './pattern-set';

/** Danger signs as they stand in content: phrases of both languages together, since a message may be in either. */
export interface SignPhrases {
  /** Category -> phrases that mean the full stop whatever the model says. */
  readonly plain: Readonly<Record<string, readonly string[]>>;
  /** Category -> phrases that mean the full stop, unless the model is nearly sure of the contrary: then the soft question. */
  readonly likely: Readonly<Record<string, readonly string[]>>;
  /** Category (or `precipitated`) -> phrases that deserve the soft question, unless the model sees nothing in the message. */
  readonly possible: Readonly<Record<string, readonly string[]>>;
  /** What may lower a plain or likely sign to the soft question, never silence it. */
  readonly guards: Readonly<Record<string, readonly string[]>>;
  /** What a person under 18 says of themselves. */
  readonly underAge: readonly string[];
}

/** The same, ready for matching. */
export interface Signs {
  readonly plain: ReadonlyMap<Category, PatternSet>;
  readonly likely: ReadonlyMap<Category, PatternSet>;
  readonly possible: ReadonlyMap<Category, PatternSet>;
  readonly precipitated: PatternSet;
  readonly guards: PatternSet;
  readonly underAge: PatternSet;
}

/** Reads all phrases. Throws where one is not of the notation. */
export function compileSigns(phrases: SignPhrases): Signs {
  const byCategory = (some: SignPhrases['plain']) =>
    new Map(categories.map((category) => [category, compilePatterns(some[category] ?? [])]));
  return {
    plain: byCategory(phrases.plain),
    likely: byCategory(phrases.likely),
    possible: byCategory(phrases.possible),
    precipitated: compilePatterns(phrases.possible['precipitated'] ?? []),
    guards: compilePatterns(Object.values(phrases.guards).flat(), true),
    underAge: compilePatterns(phrases.underAge),
  };
}
