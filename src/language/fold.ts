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

/** Signs between letters that stand for letters: "k1ll", "su1c1de". */
const signLetters: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };

/** Zero-width and soft characters that split a word for a machine and not for a reader (Unicode category Cf). */
const invisible = /\p{Cf}/gu;

/** Letters repeated three or more times. */
const repeated = /([a-z])\1{2,}/g;

/**
 * Brings what people type to one plain form, for comparing only: small letters without accents, look-alikes and
 * invisible characters undone, apostrophes dropped ("can't" is "cant"), letters repeated three or more times reduced to one, single letters
 * with signs or spaces between ("k i l l") joined, digits inside a word read as the letters that they look like.
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
    .replace(repeated, '$1')
    .replace(/(?<![a-z0-9])(?:[a-z][ .*_-]){3,}[a-z](?![a-z0-9])/g, (spelled) => spelled.replace(/[^a-z]/g, ''))
    .replace(/(?<=[a-z])[013457@$](?=[a-z])/g, (sign) => signLetters[sign] ?? sign)
    .replace(repeated, '$1');
}
