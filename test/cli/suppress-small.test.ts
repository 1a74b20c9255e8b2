import fc from 'fast-check';
import { type Count, type ShownCount, suppressOne, suppressSmall } from '../../src/cli/suppress-small';

const group = (...counts: number[]): Count[] => counts.map((count, index) => ({ name: `name ${index}`, count }));
const sum = (counts: readonly Count[]) => counts.reduce((total, { count }) => total + count, 0);
/** `<`: small, `h`: hidden beside a small one. */
const marks = (shown: readonly ShownCount[] | null) =>
  shown?.map(({ count, hidden }) => (hidden === null ? count : hidden === 'small' ? '<' : 'h')) ?? 'withheld';
const suppressed = (...counts: number[]) => marks(suppressSmall(group(...counts), sum(group(...counts))));

/** All numbers that each small count may be, found by trying, for a reader who knows the total, the marks and the rule behind them. */
function possible(shown: readonly ShownCount[], total: number): number[][] {
  const open = shown.flatMap(({ count }) => (count === null || count === 0 ? [] : [count]));
  const small = shown.filter(({ hidden }) => hidden === 'small').length;
  const beside = shown.filter(({ hidden }) => hidden === 'beside-small').length;
  const tries = Array.from({ length: 4 ** small }, (_, code) =>
    Array.from({ length: small }, (__, index) => 1 + (Math.floor(code / 4 ** index) % 4)),
  );
  const fits = (numbers: readonly number[]) => {
    const left = [...open, ...numbers].reduce((rest, number) => rest - number, total);
    return beside === 0 ? left === 0 : left >= 5 * beside && left <= beside * Math.min(...open, total);
  };
  const readings = tries.filter((numbers) =>
    total > 0 && total < 5 ? beside === 0 && numbers.reduce((a, b) => a + b, 0) < 5 : fits(numbers),
  );
  return Array.from({ length: small }, (_, index) => [...new Set(readings.map((numbers) => numbers[index] ?? 0))]);
}

describe('a count alone', () => {
  test.each([0, 5, 6, 1000])('%d is shown', (count) => {
    expect(suppressOne({ name: 'a', count })).toEqual({ name: 'a', count, hidden: null });
  });

  test.each([1, 2, 3, 4])('%d is hidden', (count) => {
    expect(suppressOne({ name: 'a', count })).toEqual({ name: 'a', count: null, hidden: 'small' });
  });
});

describe('a group', () => {
  test('that adds up to nothing hides its small counts and no others', () => {
    expect(marks(suppressSmall(group(7, 3, 0, 20), null))).toEqual([7, '<', 0, 20]);
  });

  test('without small counts is shown as it is', () => {
    expect(suppressed(7, 0, 20)).toEqual([7, 0, 20]);
    expect(suppressed()).toEqual([]);
    expect(suppressed(0, 0)).toEqual([0, 0]);
  });

  test('with one small count hides the next smallest too, never a nought', () => {
    expect(suppressed(40, 3, 0, 20)).toEqual([40, '<', 0, 'h']);
  });

  test('with two small counts hides no other, unless they can only be all 1 or all 4', () => {
    expect(suppressed(40, 1, 2)).toEqual([40, '<', '<']);
    expect(suppressed(40, 1, 1)).toEqual(['h', '<', '<']);
    expect(suppressed(40, 4, 4)).toEqual(['h', '<', '<']);
  });

  test('hides more where what is left of the total, or the least that is shown, tells the rest', () => {
    expect(suppressed(1, 5, 30)).toEqual(['<', 'h', 'h']);
    expect(suppressed(4, 9, 9, 30)).toEqual(['<', 'h', 'h', 30]);
  });

  test('is withheld where even all that hidden tells the rest', () => {
    expect(suppressed(1, 5)).toBe('withheld');
    expect(suppressed(4, 4)).toBe('withheld');
    expect(suppressed(1, 1, 1, 1, 1)).toBe('withheld');
  });

  test('under a small total, which is hidden, is shown unless it tells the total', () => {
    expect(suppressed(3, 0)).toEqual(['<', 0]);
    expect(suppressed(1, 1, 1)).toEqual(['<', '<', '<']);
    expect(suppressed(1, 1, 1, 1)).toBe('withheld');
  });

  test('with a total that does not fit is withheld', () => {
    expect(suppressSmall(group(2), 0)).toBeNull();
    expect(suppressSmall(group(2, 3), 90)).toBeNull();
  });
});

describe('whatever was counted', () => {
  const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(25)), { maxLength: 7 }).map((numbers) => group(...numbers));

  test('what is shown is true, and never from 1 to 4', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (all, adds) => {
        const shown = suppressSmall(all, adds ? sum(all) : null) ?? [];
        for (const [index, { name, count }] of shown.entries()) {
          expect(name).toBe(all[index]?.name);
          if (count !== null) expect(count).toBe(all[index]?.count);
          expect([1, 2, 3, 4]).not.toContain(count);
        }
      }),
    );
  });

  test('a shown total less what is shown of its group is never one hidden count', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const total = sum(all);
        fc.pre(total >= 5);
        const hidden = (suppressSmall(all, total) ?? []).filter(({ count }) => count === null);
        expect(hidden).not.toHaveLength(1);
      }),
    );
  });

  test('each small count can still be two numbers or more', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const shown = suppressSmall(all, sum(all));
        for (const numbers of possible(shown ?? [], sum(all))) expect(numbers.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });

  test('the true numbers are among the possible ones, so that the test before tries what it means to', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const shown = suppressSmall(all, sum(all)) ?? [];
        const small = all.filter((_, index) => shown[index]?.hidden === 'small');
        possible(shown, sum(all)).forEach((numbers, index) => {
          expect(numbers).toContain(small[index]?.count);
        });
      }),
    );
  });
});
