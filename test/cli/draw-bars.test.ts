import fc from 'fast-check';
import { drawBars } from '../../src/cli/draw-bars';
import type { ShownCount } from '../../src/cli/suppress-small';

const shown = (name: string, count: number): ShownCount => ({ name, count, hidden: null });

test('bars are to the scale of the largest, in columns', () => {
  expect(drawBars([shown('web', 200), shown('msteams', 100), shown('sms', 0)])).toEqual([
    `web      200  ${'█'.repeat(40)}`,
    `msteams  100  ${'█'.repeat(20)}`,
    'sms        0',
  ]);
});

test('what is hidden has no bar and no number', () => {
  const lines = drawBars([shown('a', 10), { name: 'b', count: null, hidden: 'small' }, { name: 'c', count: null, hidden: 'beside-small' }]);
  expect(lines).toEqual([`a      10  ${'█'.repeat(40)}`, 'b      <5', 'c  hidden']);
});

test('a count beside a far larger one still has a bar', () => {
  expect(drawBars([shown('a', 100_000), shown('b', 5)])[1]).toBe('b       5  █');
});

test('no counts are no lines', () => {
  expect(drawBars([])).toEqual([]);
});

test('a bar is never longer than 40, and never shorter than that of a smaller count', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (counts) => {
      const sorted = counts.sort((one, other) => one - other);
      const lengths = drawBars(sorted.map((count) => shown('a', count))).map((line) => line.replace(/[^█]/g, '').length);
      expect(Math.max(...lengths)).toBe(sorted.at(-1) === 0 ? 0 : 40);
      expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
    }),
  );
});
