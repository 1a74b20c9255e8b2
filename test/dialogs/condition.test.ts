import { holds } from '../../src/dialogs/condition';

const facts = new Set(['last-use.sick', 'home.alone', 'mood.skipped']);

test.each([
  ['no condition holds', undefined, true],
  ['an empty clause holds', {}, true],
  ['any: one of them is enough', { any: ['last-use.using', 'last-use.sick'] }, true],
  ['any: none of them was given', { any: ['last-use.using', 'last-use.not-sick'] }, false],
  ['all: each of them was given', { all: ['last-use.sick', 'home.alone'] }, true],
  ['all: one is missing', { all: ['last-use.sick', 'home.safe'] }, false],
  ['none: not one was given', { none: ['home.safe', 'home.hard'] }, true],
  ['none: one was given', { none: ['home.safe', 'home.alone'] }, false],
  ['all parts of a clause hold together', { any: ['last-use.sick'], all: ['home.alone'], none: ['home.safe'] }, true],
  ['one part that fails fails the clause', { any: ['last-use.sick'], all: ['home.alone'], none: ['mood.skipped'] }, false],
  ['a list of clauses: one is enough', [{ all: ['home.safe'] }, { any: ['home.alone'] }], true],
  ['a list of clauses: none holds', [{ all: ['home.safe'] }, { none: ['home.alone'] }], false],
  ['a skip is known as a skip', { any: ['mood.skipped'] }, true],
  ['a skip is no other answer', { any: ['mood.okay', 'mood.not-sure'] }, false],
  ['what was not said is not known', { any: ['health.none'] }, false],
])('%s', (_, condition, expected) => {
  expect(holds(condition, facts)).toBe(expected);
});
