import fc from 'fast-check';
import { createUnglue } from '../../src/understanding/unglue';

const unglue = createUnglue({ common: ['he', 'wont', 'wake', 'up', 'me', 'help', 'i', 'cant'], rare: ['wakeup'] });

test.each([
  ['hewontwakeup', ['he', 'wont', 'wake', 'up']],
  ['helpme', ['help', 'me']],
  ['mei', ['me', 'i']],
  ['wakeup', ['wakeup']],
  ['suboxone', ['suboxone']],
  ['wakezz', ['wakezz']],
])('%s is read as %j', (word, words) => {
  expect(unglue([word])).toEqual(words);
});

test('no letter is lost, added or moved, whatever the word', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'hewontakup') })), (words) => unglue(words).join('') === words.join('')),
  );
});
