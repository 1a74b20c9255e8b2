import type { Reply } from '../conversation/reply';
import { bodyLines } from './body-lines';
import { linkLines } from './link-lines';

/** A reply's words and numbers as lines. A question's numbers to call go first: below it they would look like its answers. */
export function wordLines(reply: Reply): string[] {
  return reply.kind === 'question' ? [...linkLines(reply), ...bodyLines(reply)] : [...bodyLines(reply), ...linkLines(reply)];
}
