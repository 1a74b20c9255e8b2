import { sentences } from '../../src/language/sentences';
import { saysUnderAge } from '../../src/safety/under-age';
import { realContent } from '../support/real-content';

const { signs } = realContent();
const says = (text: string) => saysUnderAge(sentences(text), signs);

test.each([
  'im 16',
  "I'm 17 years old",
  'me but im 15',
  'i am sixteen',
  'tengo 14 años',
  'tengo quince',
  'im a minor',
  'im only 13',
  'soy menor de edad',
])('"%s" is said by a person under 18', (text) => {
  expect(says(text)).toBe(true);
});

test.each([
  'my son is 16',
  'im 16 days in',
  "I'm 10 weeks pregnant",
  'im 34',
  'i am 18',
  'im 12 hours without',
  'tengo 10 dias sin usar',
  'my daughter just turned 17',
  'im 17 years sober',
])('"%s" is not', (text) => {
  expect(says(text)).toBe(false);
});
