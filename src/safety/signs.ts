import { type Category, categories } from './danger';
import { compilePatterns, type PatternSet } from './pattern-set';

/** Danger signs as they stand in content: phrases of both languages together, since a message may be in either. */
export interface SignPhrases {
  /** Category -> phrases that are plain enough for the full stop. */
  readonly emergency: Readonly<Record<string, readonly string[]>>;
  /** Category (or `precipitated`) -> phrases that deserve one soft line. */
  readonly check: Readonly<Record<string, readonly string[]>>;
  /** What may lower an emergency to a check, never silence it. */
  readonly guards: Readonly<Record<string, readonly string[]>>;
  /** What a person under 18 says of themselves. */
  readonly underAge: readonly string[];
}

/** The same, ready for matching. */
export interface Signs {
  readonly emergency: ReadonlyMap<Category, PatternSet>;
  readonly check: ReadonlyMap<Category, PatternSet>;
  readonly precipitated: PatternSet;
  readonly guards: PatternSet;
  readonly underAge: PatternSet;
}

/** Reads all phrases. Throws where one is not of the notation. */
export function compileSigns(phrases: SignPhrases): Signs {
  const compile = (list: readonly string[] | undefined) => compilePatterns(list ?? []);
  return {
    emergency: new Map(categories.map((category) => [category, compile(phrases.emergency[category])])),
    check: new Map(categories.map((category) => [category, compile(phrases.check[category])])),
    precipitated: compile(phrases.check['precipitated']),
    guards: compilePatterns(Object.values(phrases.guards).flat(), true),
    underAge: compile(phrases.underAge),
  };
}
