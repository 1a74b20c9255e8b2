import fc from 'fast-check';
import { gsm7 } from '../../src/channels/gsm7';

/** GSM 03.38 with its extension table, written down apart from the code under test. */
const alphabet = new Set(
  '@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€',
);

test('only characters of the GSM alphabet come out, whatever goes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (written, noise) => {
      expect([...gsm7(written + noise)].filter((character) => !alphabet.has(character))).toEqual([]);
    }),
  );
});

test('text that is in the alphabet stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...alphabet)), (characters) => {
      expect(gsm7(characters.join(''))).toBe(characters.join(''));
    }),
  );
});

test.each([
  ['four accents are folded', 'Está aquí, adiós, ¿tú? ÁÍÓÚ', 'Esta aqui, adios, ¿tu? AIOU'],
  ['the letters that change a meaning stay', 'Lleva 4 años, ¡qué vergüenza! Ñ É Ü', 'Lleva 4 años, ¡qué vergüenza! Ñ É Ü'],
  ['an accent written apart is the same letter', 'an\u0303os, mi\u0301', 'años, mi'],
  ['typography becomes typewriting', '“Don’t” – wait… • now — ok', '"Don\'t" - wait... - now - ok'],
  ['a hard space is a space', 'call\u00a0911', 'call 911'],
  ['Windows line ends are line ends', 'a\r\nb', 'a\nb'],
  ['invisible characters go', 'a\u200bb\ufeff', 'ab'],
  ['what has no counterpart is marked', 'ok 👍', 'ok ?'],
])('%s', (_, text, folded) => {
  expect(gsm7(text)).toBe(folded);
});
