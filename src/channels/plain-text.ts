import type { Reply } from '../conversation/reply';
import { choiceLines } from './choice-lines';
import { wordLines } from './word-lines';

/**
 * A whole reply as plain text, for the terminal and every channel that the guide does not know: words, links,
 * numbered choices, and below them the commands, which are typed by name.
 */
export function plainText(reply: Reply): string {
  const commands = (reply.commands ?? []).map((command) => command.label).join(' | ');
  const blocks = [wordLines(reply), choiceLines(reply), commands === '' ? [] : [`(${commands})`]];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
