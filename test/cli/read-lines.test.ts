import fc from 'fast-check';
import { readLines } from '../../src/cli/read-lines';

async function read(chunks: readonly (Buffer | string)[], longest = 100): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  const source = async function* () {
    yield* chunks;
  };
  for await (const line of readLines(source(), longest)) lines.push(line);
  return lines;
}

test('lines are the same wherever the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }).map((line) => line.replace(/[\r\n]/g, ' '))),
      fc.integer({ min: 1, max: 9 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        expect(await read(chunks, 1000)).toEqual(lines.map((line) => Buffer.from(line).toString()));
      },
    ),
  );
});

test('the last line needs no line end, and Windows line ends are taken off', async () => {
  expect(await read(['a\r\nb\n\nc'])).toEqual(['a', 'b', '', 'c']);
});

test('a line that is too long comes as null, once', async () => {
  expect(await read(['x'.repeat(60), 'x'.repeat(60), 'x'.repeat(60), 'x\nshort\n', 'y'.repeat(101)])).toEqual([null, 'short', null]);
});
