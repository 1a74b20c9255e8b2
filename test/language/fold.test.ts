import fc from 'fast-check';
import { fold } from '../../src/language/fold';

test.each([
  ["I CAN'T", 'i cant'],
  ['¿Dónde está mi niño?', '¿donde esta mi nino?'],
  ['heeeelp', 'help'],
  ['n\u200bo', 'no'],
  ['ｈｅｌｐ', 'help'],
  ['һеlр'.replace('һ', 'h'), 'help'],
])('%j is folded to %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding twice changes nothing more, whatever the characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
});
