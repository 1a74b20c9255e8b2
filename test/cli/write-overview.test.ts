import { describeTallies } from '../../src/cli/describe-tallies';
import { writeOverview } from '../../src/cli/write-overview';
import type { Tally } from '../../src/storage/store';

const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
const write = (counts: Readonly<Record<string, number>>, day = '2026-03-01') =>
  writeOverview(
    describeTallies(
      Object.entries(counts).map(([name, count]): Tally => ({ day, name, count })),
      days,
    ),
  );

test('shows the period, the totals and every group, and explains what it hides', () => {
  const text = write({
    started: 20,
    'channel:web': 17,
    'channel:sms': 3,
    'language:en': 10,
    'language:es': 10,
    'topic:insurance': 5,
    deleted: 1,
  });
  expect(text).toBe(`2026-03-01 to 2026-03-03, days in UTC

Conversations started: 20
Conversations finished: 0
Conversations deleted: <5

Channel
  sms      <5
  web  hidden

Language
  en  10  ${'█'.repeat(40)}
  es  10  ${'█'.repeat(40)}

Finished, by outcome
  none

Danger, by tier and category
  none

Topics asked
  insurance  5  ${'█'.repeat(40)}

Started per day
  2026-03-01  20  ${'█'.repeat(40)}
  2026-03-02   0
  2026-03-03   0

<5: from 1 to 4. Small numbers are not shown, so that nobody can be recognized.
hidden: 5 or more. Together with the total it would tell a small number.
`);
});

test('explains nothing where nothing is hidden', () => {
  expect(write({ started: 5, 'channel:web': 5, 'language:en': 5 })).toMatch(/2026-03-03 {2}0\n$/);
});

test('says of a group of which nothing can be shown that it is too small', () => {
  expect(write({ started: 8, 'channel:web': 8, 'language:en': 4, 'language:es': 4 })).toContain('Language\n  too few to show\n');
});

test('is calm where nothing was counted', () => {
  const calm = '2026-03-01 to 2026-03-03, days in UTC\n\nNothing has been counted in this time yet.\n';
  expect(write({})).toBe(calm);
  expect(write({ started: 9 }, '2025-01-01')).toBe(calm);
  expect(write({ 'topic:insurance': 2 })).not.toBe(calm);
});
