import fc from 'fast-check';
import { screen } from '../../src/safety/screen';
import { realContent } from '../support/real-content';

const { signs, reader } = realContent();

const dangers = [
  'he is not breathing',
  'my son wont wake up',
  'i want to die',
  'im gonna kill myself',
  'i cut myself again',
  'he is hitting me',
  'im having a seizure',
  'no respira',
  'mi hijo no despierta',
  'me quiero morir',
  'me esta pegando mi marido',
  'tengo dolor de pecho',
];
const harmless = [
  'how much does it cost',
  'we went to the lake and the kids had ice cream',
  'my sister works at the bank and she told me about you',
  'do you take tenncare',
  'cuanto dura la desintoxicacion',
  'trabajo en la construccion de lunes a sabado',
  'i have a court date on friday',
  'thanks for your help',
];

const danger = fc.constantFrom(...dangers);
const around = fc.array(fc.constantFrom(...harmless), { maxLength: 12 });
const between = fc.constantFrom(' ', '. ', ', ', '\n', ' - ', '! ');
const isFound = (text: string) => screen(reader.read(text), signs) !== null;

test('danger stays found when any harmless text is put before and after it', () => {
  fc.assert(
    fc.property(around, danger, around, between, (before, told, after, joint) => isFound([...before, told, ...after].join(joint))),
    { numRuns: 400 },
  );
});

test('danger stays found in any letter case', () => {
  const shouted = fc
    .tuple(danger, fc.infiniteStream(fc.boolean()))
    .map(([told, upper]) => [...told].map((letter) => (upper.next().value ? letter.toUpperCase() : letter)).join(''));
  fc.assert(fc.property(shouted, isFound), { numRuns: 400 });
});

test('danger stays found with emoji anywhere between its words', () => {
  const emoji = fc.constantFrom('😭', '🙏', '💀', '❤️', '👩‍👧', '');
  const decorated = fc.tuple(danger, fc.infiniteStream(emoji)).map(([told, signs]) => told.replace(/ /g, () => ` ${signs.next().value} `));
  fc.assert(fc.property(decorated, isFound), { numRuns: 400 });
});

test('danger stays found with stretched vowels', () => {
  const stretched = fc
    .tuple(danger, fc.infiniteStream(fc.integer({ min: 3, max: 9 })), fc.infiniteStream(fc.boolean()))
    .map(([told, times, chosen]) =>
      told.replace(/(?<![aeiou])[aeiou](?![aeiou])/g, (vowel) => (chosen.next().value ? vowel.repeat(times.next().value) : vowel)),
    );
  fc.assert(fc.property(stretched, isFound), { numRuns: 400 });
});

test('danger stays found in the middle of 4,000 characters without a full stop', () => {
  const filler = harmless.join(' ').repeat(5).slice(0, 1900);
  for (const told of dangers) expect({ told, found: isFound(`${filler} ${told} ${filler}`) }).toEqual({ told, found: true });
});

test.each([
  ['hewontwakeup', 'overdose'],
  ['help meI cant wake him up', 'overdose'],
  ['iwanttodie', 'suicide'],
  ['k i l l m y s e l f', 'suicide'],
  ['i want to k1ll mys3lf', 'suicide'],
  ['noquierovivir', 'suicide'],
] as const)('"%s" is found though its words are glued, spelled out or disguised', (text, category) => {
  expect(screen(reader.read(text), signs)).toMatchObject({ tier: 'emergency', category });
});
