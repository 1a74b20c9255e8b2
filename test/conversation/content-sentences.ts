import type { Content } from '../../src/content/content';
import type { Language } from '../../src/language/language';

/** Tells whether words stand in the content files, in a language, with the placeholders filled. */
export type IsContent = (words: string, language: Language) => boolean;

const placeholder = /\{([a-z][a-z0-9-]*)\}/g;

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function oneOf(words: readonly string[]): string {
  return `(?:${words.map(escaped).join('|')})`;
}

/** Every string of the content data that stands beside its translation, in one language. */
function sentencesIn(value: unknown, language: Language): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, es } = value as Record<string, unknown>;
  const own = typeof en === 'string' && typeof es === 'string' ? [language === 'en' ? en : es] : [];
  return [...own, ...Object.values(value).flatMap((part) => sentencesIn(part, language))];
}

/** What may stand for each placeholder, as a pattern; one that has no value stays as it is and matches nothing that is shown. */
function patternOf(sentence: string, content: Content, language: Language): string {
  const reason = oneOf(Object.values(content.data.reasons).flatMap((one) => [one[language], ...(one.them ? [one.them[language]] : [])]));
  const special: Record<string, string> = {
    number: oneOf([content.center.phone, ...Object.values(content.data.crisisLines).map(({ number }) => number)]),
    reasons: `${reason}(?:(?:, | and | y | e )${reason})*`,
  };
  return sentence
    .split(placeholder)
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part);
      const value = content.slots[language][part];
      return special[part] ?? (value === undefined ? `\\{${part}\\}` : escaped(value));
    })
    .join('');
}

/** A line of the recap: the heading of one question, and wordings of its choices. */
function recapPatterns({ data }: Content, language: Language): string[] {
  return Object.values(data.questions).map(({ recap, choices }) => {
    const say = oneOf(Object.values(choices).map((choice) => choice.say[language]));
    return `${escaped(recap[language])}: ${say}(?:; ${say})*`;
  });
}

const collected = new WeakMap<Content, IsContent>();

/** Collects all that the content files let the guide say, once for each content. */
export function contentSentences(content: Content): IsContent {
  const before = collected.get(content);
  if (before) return before;
  const known = (language: Language) => {
    const sentences = sentencesIn(content.data, language).filter((one) => one !== content.data.texts['recap-line']?.[language]);
    const open = sentences.filter((one) => one.includes('{')).map((one) => patternOf(one, content, language));
    return {
      exact: new Set(sentences.filter((one) => !one.includes('{'))),
      patterns: [...open, ...recapPatterns(content, language)].map((one) => new RegExp(`^${one}$`)),
    };
  };
  const all = { en: known('en'), es: known('es') };
  const isContent: IsContent = (words, language) =>
    all[language].exact.has(words) || all[language].patterns.some((pattern) => pattern.test(words));
  collected.set(content, isContent);
  return isContent;
}
