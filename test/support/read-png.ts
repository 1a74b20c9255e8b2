import { inflateSync } from 'node:zlib';

/** A picture as its pixels. */
export interface Png {
  readonly width: number;
  readonly height: number;
  /** Bytes of each pixel: 3 (red, green, blue) or 4 (and opacity). */
  readonly pixels: readonly (readonly number[])[];
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes a pixel by the color type in the header; palettes and grays are not read. */
const sizes: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Reads a PNG file of 8 bits a channel, not interlaced (https://www.w3.org/TR/png-3/). Throws an Error for anything else. */
export function readPng(file: Uint8Array): Png {
  const bytes = Buffer.from(file);
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('no PNG');
  const header = bytes.subarray(16);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = sizes[header[9] ?? 0];
  if (size === undefined || header[8] !== 8 || header[12] !== 0) throw new Error('a PNG of another kind');
  const data = inflateSync(Buffer.concat([...chunks(bytes)].filter(({ type }) => type === 'IDAT').map(({ body }) => body)));
  const rows = unfilter(data, width * size, size);
  const pixels = rows.flatMap((row) => Array.from({ length: width }, (_, index) => [...row.subarray(index * size, (index + 1) * size)]));
  return { width, height, pixels };
}

function* chunks(bytes: Buffer) {
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    yield { type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** Undoes the five filters, each of which keeps bytes as differences to their neighbors. */
function unfilter(data: Buffer, length: number, size: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let at = 0; at < data.length; at += length + 1) {
    const above = rows.at(-1) ?? Buffer.alloc(length);
    const row = Buffer.from(data.subarray(at + 1, at + 1 + length));
    for (let index = 0; index < length; index += 1) {
      const [a, b, c] = [row[index - size] ?? 0, above[index] ?? 0, (index < size ? 0 : above[index - size]) ?? 0];
      const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][data[at] ?? 0] ?? 0;
      row[index] = ((row[index] ?? 0) + guess) & 255;
    }
    rows.push(row);
  }
  return rows;
}

function paeth(a: number, b: number, c: number): number {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
}
