import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkTinyContent, type Fault } from './tiny-content';

const now = Date.UTC(2026, 10, 24);
const folder = join(__dirname, '../content-rules');
const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ rule: file.replace('.yaml', ''), faults: parse(readFileSync(join(folder, file), 'utf8')) as Fault[] }));

test('the small content without a fault has no problem', () => {
  expect(checkTinyContent(null, now).problems).toEqual([]);
});

describe.each(examples)('$rule', ({ rule, faults }) => {
  test.each(faults)('finds: $why', (fault) => {
    const { problems, line } = checkTinyContent(fault, now);
    const found = new Set(problems.map((problem) => `${problem.file}:${problem.line} ${problem.rule}`));
    expect([...found]).toEqual([`${fault.in ?? fault.file}:${line} ${rule}`]);
  });
});

test('every rule in the code has a failing example, and every example a rule', () => {
  const content = join(__dirname, '../../src/content');
  const code = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(content, file), 'utf8'))
    .join('\n');
  const rules = [...code.matchAll(/(?:problemAt\(|report\(|rule: )\s*'([a-z0-9-]+)'/g)].map(([, rule]) => rule);
  expect([...new Set(rules)].sort()).toEqual(examples.map(({ rule }) => rule).sort());
});
