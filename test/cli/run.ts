import { Readable, Writable } from 'node:stream';

/** What a program wrote and resolved to when it was run with some input. */
export async function run(
  program: (input: Readable, output: Writable) => Promise<number>,
  input: Iterable<string | Buffer> | AsyncIterable<string | Buffer> = [],
): Promise<{ readonly code: number; readonly output: string }> {
  let output = '';
  const writable = new Writable({
    write(chunk, _encoding, done) {
      output += String(chunk);
      done();
    },
  });
  const code = await program(Readable.from(input), writable);
  return { code, output };
}
