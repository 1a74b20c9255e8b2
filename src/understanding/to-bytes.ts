/** Numbers in 8 bits with one scale for all, row by row in the order of the vocabulary. `rowOf` says where a row stands in training. */
export function toBytes(numbers: Float32Array, width: number, rowOf: Uint32Array): { bytes: Int8Array; scale: number } {
  let largest = 0;
  for (const number of numbers) largest = Math.max(largest, Math.abs(number));
  const scale = largest === 0 ? 1 : largest / 127;
  const bytes = new Int8Array(numbers.length);
  for (let row = 0; row < rowOf.length; row += 1) {
    const from = (rowOf[row] as number) * width;
    for (let column = 0; column < width; column += 1) bytes[row * width + column] = Math.round((numbers[from + column] as number) / scale);
  }
  return { bytes, scale };
}
