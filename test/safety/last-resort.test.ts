import { fill } from '../../src/language/fill';
import { languages } from '../../src/language/language';
import { lastResort } from '../../src/safety/last-resort';
import { realContent } from '../support/real-content';

const { data } = realContent();

test.each(languages)('the last resort in %s is the curated text, word for word', (language) => {
  const text = data.texts['system-trouble'];
  expect(text).toBeDefined();
  const phone = '865-555-0100';
  expect(lastResort(language, phone)[0]?.text).toBe(text && fill(text[language], { phone }));
});

test('the last resort has 911, 988 and the center within reach', () => {
  expect(lastResort('en', '865-555-0100')[0]?.links.map(({ href }) => href)).toEqual(['tel:911', 'tel:988', 'sms:988', 'tel:8655550100']);
});
