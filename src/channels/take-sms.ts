import { smsLength } from './sms-length';

/**
 * Cuts one message of at most `limit` places off the front of a GSM-7 text: at a line end, else at a sentence end, else between
 * words, and inside a word only where nothing else is left. Nothing but the white space at the cut is dropped.
 *
 * @param limit places as `smsLength` counts them, at least 2
 * @returns the message, and what is left for the next one (empty when all of it fitted)
 */
export function takeSms(text: string, limit: number): readonly [message: string, rest: string] {
  if (smsLength(text) <= limit) return [text.trim(), ''];
  let end = 0;
  for (let length = 0; end < text.length; end += 1) {
    length += smsLength(text.charAt(end));
    if (length > limit) break;
  }
  const cut = cutBefore(text, end);
  return [text.slice(0, cut).trim(), text.slice(cut).trim()];
}

/** A better place to cut counts only where it leaves a message of some length: a title alone is not worth its price. */
function cutBefore(text: string, end: number): number {
  const least = end / 3;
  // One more character, so that a line or sentence that ends exactly at the limit is seen to end there.
  const head = text.slice(0, end + 1);
  const line = head.lastIndexOf('\n');
  if (line >= least) return line;
  const sentence = Math.max(...['. ', '? ', '! '].map((mark) => head.lastIndexOf(mark))) + 1;
  if (sentence > least) return sentence;
  const word = Math.max(line, head.lastIndexOf(' '));
  return word > 0 ? word : end;
}
