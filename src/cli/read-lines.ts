import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a UTF-8 stream, one at a time, without their line ends. A line of more than `longest` UTF-16 units comes as null and is
 * not kept, so that memory stays bounded whatever is piped in.
 */
export async function* readLines(chunks: AsyncIterable<Buffer | string>, longest: number): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  let tooLong = false;
  const finish = (): string | null => {
    const line = tooLong || begun.length > longest ? null : begun.replace(/\r$/, '');
    begun = '';
    tooLong = false;
    return line;
  };
  for await (const chunk of chunks) {
    const [first = '', ...lines] = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    if (!tooLong) begun += first;
    for (const line of lines) {
      yield finish();
      begun = line;
    }
    if (begun.length > longest) {
      begun = '';
      tooLong = true;
    }
  }
  if (begun !== '' || tooLong) yield finish();
}
