import { readLastUse, readSickness } from '../../src/dialogs/read-last-use';
import { words } from '../../src/language/words';

test.each([
  ['2 days', 'sick-or-not'],
  ['yesterday mornin like 30 hours ago', 'sick-or-not'],
  ['6 hours ago', 'using'],
  ['about 5 days ago and im sick', 'four-plus'],
  ['hace una semana', 'four-plus'],
  ['2 days and im sick', null],
  ['still using 5 days a week', null],
  ['heroin', null],
] as const)('at the last use "%s" tells %s', (text, told) => {
  expect(readLastUse(words(text))).toBe(told);
});

test.each([
  ['no i feel fine', 'not-sick'],
  ['yeah dope sick', 'sick'],
  ['puking', 'sick'],
  ['si, muy mal', 'sick'],
  ['what is detox', null],
] as const)('"%s" says of feeling sick: %s', (text, told) => {
  expect(readSickness(words(text))).toBe(told);
});
