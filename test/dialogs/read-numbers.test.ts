import fc from 'fast-check';
import { readNumbers } from '../../src/dialogs/read-numbers';
import { words } from '../../src/language/words';

const read = (text: string) => readNumbers(words(text));

test.each([
  ['2', [2]],
  ['#2', [2]],
  ['(2)', [2]],
  [' 2. ', [2]],
  ['two', [2]],
  ['one', [1]],
  ['number two', [2]],
  ['No. 2', [2]],
  ['option 3 please', [3]],
  ['2nd', [2]],
  ['the second one', [2]],
  ['the first one', [1]],
  ["I'll go with the third", [3]],
  ['el dos', [2]],
  ['la segunda', [2]],
  ['La séptima', [7]],
  ['la opción 4', [4]],
  ['escojo la tres', [3]],
  ['1 3', [1, 3]],
  ['1, 3', [1, 3]],
  ['1 and 3', [1, 3]],
  ['one and three', [1, 3]],
  ['1 y 3', [1, 3]],
  ['uno y tres', [1, 3]],
  ['3 1', [3, 1]],
  ['2 2', [2]],
  ['0', [0]],
  ['12', [12]],
])('"%s" is nothing but the numbers %j', (text, numbers) => {
  expect(read(text)).toEqual(numbers);
});

test.each([
  '',
  'and',
  '2 days',
  '2 days ago',
  '2 dias',
  'about 3',
  'not 2',
  '1 or 3',
  '1 o 3',
  '911',
  '988',
  'two pills',
  '3 weeks and 2 days',
  '2 2 2 2 2 2 2 2 2 2 2 2 2',
])('"%s" is no number of an answer', (text) => {
  expect(read(text)).toBeNull();
});

test.each(["I'm 17", 'im 16', 'Im 9', 'its me im 15'])('"%s" is an age and no number of an answer', (text) => {
  expect(read(text)).toBeNull();
});

test.each(['no one', 'No one.', 'with no one'])('"%s" is nobody and not the first answer', (text) => {
  expect(read(text)).toBeNull();
});

test('"one" after another number is a number too where it is listed', () => {
  expect(read('three and one')).toEqual([3, 1]);
  expect(read('tres y uno')).toEqual([3, 1]);
});

test('a list of numbers is read as it is written, each once', () => {
  const list = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(list, fc.constantFrom(' ', ', ', ' and ', ' y ', ' & ', '+'), (numbers, between) => {
      expect(read(numbers.join(between))).toEqual(numbers);
    }),
  );
});

test('anything that is said makes numbers from 0 to 99 or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const number of read(text) ?? []) expect(number >= 0 && number <= 99 && Number.isInteger(number)).toBe(true);
    }),
  );
});
