import type { Reply } from '../conversation/reply';

/** A reply's words without markdown: the text, then its bullets as lines that begin with "- ". */
export function bodyLines(reply: Reply): string[] {
  return [reply.text, ...(reply.bullets ?? []).map((bullet) => `- ${bullet}`)];
}
