/** Characters that look like Latin letters and are typed, or pasted, in their place (Cyrillic and Greek). */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ӏ: 'l',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  α: 'a',
  ε: 'e',
  ο: 'o',
  ρ: 'p',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  ł: 'l',
  ø: 'o',
};

/** Zero-width and soft characters that split a word for a machine and not for a reader (Unicode category Cf). */
const invisible = /\p{Cf}/gu;

/**
 * Brings what people type to one plain form, for comparing only: small letters without accents, look-alikes and
 * invisible characters undone, apostrophes dropped ("can't" is "cant"), letters repeated three or more times reduced to one.
 * Works on any string in time linear to its length.
 */
export function fold(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (character) => lookAlikes[character] ?? character)
    .replace(/['\u2018\u2019\u02bc`\u00b4]/g, '')
    .replace(/([a-z])\1{2,}/g, '$1');
}
