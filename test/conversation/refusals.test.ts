import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshSession } from '../../src/cli/fresh-session';
import { guideOf } from '../../src/cli/guide-of';
import { realContent } from '../support/real-content';

const content = realContent();
const guide = guideOf(content);
const lines = readFileSync(join(__dirname, '../evaluation/development.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('unsafe-request'))
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** An amount: a number, in figures or spelled by a fraction, with a unit of weight, volume, count or time. */
const amount =
  /\d[\d.,]*\s*(mg|mcg|ml|g|grams?|gramos?|milligrams?|miligramos?|cc|units?|pills?|pastillas?|strips?|tiras?|hours?|horas?|days?|d[ií]as?|x a day)\b/i;

test('a refusal never holds an amount, a schedule or a unit', () => {
  let refused = 0;
  for (const text of lines) {
    const session = freshSession(guide, { channel: 'web' }, 0);
    const { outcome, replies } = guide.respond(session, { kind: 'text', text, choices: [], channel: 'web' }, 0);
    if (outcome.kind !== 'refusal') continue;
    refused += 1;
    for (const { text: words } of replies) expect(words).not.toMatch(amount);
  }
  expect(refused).toBeGreaterThan(lines.length * 0.9);
});
