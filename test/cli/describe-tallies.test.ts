import { describeTallies } from '../../src/cli/describe-tallies';
import type { Tally } from '../../src/storage/store';

const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
const on = (day: string, counts: Readonly<Record<string, number>>): Tally[] =>
  Object.entries(counts).map(([name, count]) => ({ day, name, count }));
const shown = (name: string, count: number) => ({ name, count, hidden: null });
const small = (name: string) => ({ name, count: null, hidden: 'small' });
const beside = (name: string) => ({ name, count: null, hidden: 'beside-small' });

test('counts of all days are summed up by group, the largest first', () => {
  const tallies = [
    ...on('2026-03-01', { started: 12, 'channel:web': 12, 'language:en': 6, 'language:es': 6, 'topic:detox-length': 5, deleted: 6 }),
    ...on('2026-03-03', {
      started: 8,
      'channel:web': 2,
      'channel:sms': 6,
      'language:en': 8,
      'topic:insurance': 9,
      'topic:detox-length': 1,
    }),
    ...on('2026-03-03', { 'finished:detox-now': 7, 'finished:next-step': 5, 'danger:emergency:overdose': 6, 'danger:check:other': 2 }),
  ];
  expect(describeTallies(tallies, days)).toEqual({
    from: '2026-03-01',
    to: '2026-03-03',
    totals: { started: shown('started', 20), finished: shown('finished', 12), deleted: shown('deleted', 6) },
    groups: {
      day: { withheld: false, counts: [shown('2026-03-01', 12), shown('2026-03-02', 0), shown('2026-03-03', 8)] },
      channel: { withheld: false, counts: [shown('web', 14), shown('sms', 6)] },
      language: { withheld: false, counts: [shown('en', 14), shown('es', 6)] },
      outcome: { withheld: false, counts: [shown('detox-now', 7), shown('next-step', 5)] },
      danger: { withheld: false, counts: [shown('emergency:overdose', 6), small('check:other')] },
      topic: { withheld: false, counts: [shown('insurance', 9), shown('detox-length', 6)] },
    },
  });
});

test('small counts are hidden, and those that would tell them', () => {
  const tallies = [
    ...on('2026-03-01', { started: 20, 'channel:web': 17, 'channel:sms': 3, 'language:en': 20 }),
    ...on('2026-03-02', { started: 10, 'channel:web': 10, 'language:en': 10 }),
    ...on('2026-03-03', { started: 2, 'channel:web': 2, 'language:en': 2, 'topic:insurance': 1, deleted: 1 }),
  ];
  const { totals, groups } = describeTallies(tallies, days);
  expect(totals).toEqual({ started: shown('started', 32), finished: shown('finished', 0), deleted: small('deleted') });
  expect(groups.day.counts).toEqual([shown('2026-03-01', 20), beside('2026-03-02'), small('2026-03-03')]);
  expect(groups.channel.counts).toEqual([small('sms'), beside('web')]);
  expect(groups.language.counts).toEqual([shown('en', 32)]);
  expect(groups.topic.counts).toEqual([small('insurance')]);
});

test('a group of which nothing can be shown is withheld', () => {
  const { groups } = describeTallies(on('2026-03-01', { started: 8, 'language:en': 4, 'language:es': 4, 'channel:web': 8 }), days);
  expect(groups.language).toEqual({ withheld: true, counts: [] });
  expect(groups.channel).toEqual({ withheld: false, counts: [shown('web', 8)] });
});

test('the order does not tell which hidden count is larger', () => {
  const of = (one: number, other: number) =>
    describeTallies(on('2026-03-01', { 'topic:a': one, 'topic:b': other, 'topic:c': 9 }), days).groups.topic;
  expect(of(1, 3)).toEqual(of(3, 1));
});

test('other days and unknown names are left out', () => {
  const tallies = [
    ...on('2026-02-28', { started: 50 }),
    ...on('2026-03-04', { started: 50 }),
    ...on('2026-03-01', { 'user:8655550100': 50 }),
  ];
  const overview = describeTallies(tallies, days);
  expect(overview.totals.started.count).toBe(0);
  expect(JSON.stringify(overview)).not.toMatch(/50|user/);
});
