import { readStatsOptions } from '../../src/cli/read-stats-options';

test('30 days in words are the default', () => {
  expect(readStatsOptions([])).toEqual({ days: 30, json: false });
  expect(readStatsOptions(['--json', '--days', '7'])).toEqual({ days: 7, json: true });
});

test.each([['0'], ['367'], ['1.5'], ['-1'], ['soon'], ['']])('--days %p is refused', (days) => {
  expect(() => readStatsOptions([`--days=${days}`])).toThrow(
    expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(/from 1 to 366/) }),
  );
});

test.each([['--weeks'], ['30'], ['--lang=en']])('%p is refused', (word) => {
  expect(() => readStatsOptions([word])).toThrow(expect.objectContaining({ name: 'UsageError' }));
});
