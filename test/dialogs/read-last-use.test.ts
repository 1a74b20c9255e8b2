import { readLastUse, readSickness } from '../../src/dialogs/read-last-use';
import { words } from '../../src/language/words';

/** A Thursday. */
const today = 4;

test.each([
  ['2 days', ['sick', 'not-sick'], false],
  ['yesterday mornin like 30 hours ago', ['sick', 'not-sick'], false],
  ['6 hours ago', ['using'], false],
  ['about 5 days ago and im sick', ['four-plus'], true],
  ['hace una semana', ['four-plus'], false],
  ['2 days and im sick', ['sick', 'not-sick'], true],
  ['since tuesday', ['sick', 'not-sick'], false],
  ['quit tuesday, puking ever since', ['sick', 'not-sick'], true],
  ['last friday', ['four-plus'], false],
  ['desde el sábado', ['four-plus'], false],
  ['stopped friday, today is sunday', ['sick', 'not-sick'], false],
  ['paro el lunes, hoy es martes', ['sick', 'not-sick'], false],
  ['10 days and still cant sleep', ['four-plus'], false],
  ['ninety one days', ['four-plus'], false],
  ['like 20 min ago, feel fine now', ['using'], false],
] as const)('on a Thursday, "%s" leaves %j open at the last use; whether it tells the feeling: %s', (text, choices, tellsFeeling) => {
  expect(readLastUse(words(text), today)).toEqual({ choices, tellsFeeling });
});

test.each([
  'still using after 2 days',
  'my appointment is in four days',
  'llevaba tres dias limpio pero hoy cai',
  'still using 5 days a week',
  'heroin',
  'not this tuesday, the tuesday before',
])('"%s" tells no time since the last use', (text) => {
  expect(readLastUse(words(text), today)).toBeNull();
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
