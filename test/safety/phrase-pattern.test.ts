import fc from 'fast-check';
import { compilePhrase, spansOf } from '../../src/safety/phrase-pattern';

const found = (phrase: string, sentence: string) => spansOf(compilePhrase(phrase), sentence.split(' ')).length > 0;

test.each([
  ['cant wake', 'i cant wake him', true],
  ['cant wake', 'i cant really wake him', false],
  ['cant .. wake', 'i cant really wake him', true],
  ['cant/wont wake', 'he wont wake up', true],
  ['suicid*', 'feeling suicidal', true],
  ['not really? breathing', 'she is not breathing', true],
  ['not really? breathing', 'she is not really breathing', true],
  ['want .. die', 'want one two three four five die', false],
])('the phrase "%s" in "%s": %s', (phrase, sentence, expected) => {
  expect(found(phrase, sentence)).toBe(expected);
});

test.each(['Cant wake', "can't wake", '..', 'word?', 'a|b'])('"%s" is refused with the part that is not of the notation', (phrase) => {
  expect(() => compilePhrase(phrase)).toThrow(phrase.split(' ')[0]);
});

test('a stretch names the words that were found', () => {
  expect(spansOf(compilePhrase('want to die'), 'i want to die now'.split(' '))).toEqual([{ start: 1, end: 4 }]);
});

test('a phrase is found whatever harmless words stand around it', () => {
  const pattern = compilePhrase('not/isnt breathing');
  const harmless = fc.array(fc.constantFrom('we', 'were', 'home', 'then', 'my', 'brother', 'left'), { maxLength: 40 });
  fc.assert(fc.property(harmless, harmless, (before, after) => spansOf(pattern, [...before, 'isnt', 'breathing', ...after]).length > 0));
});
