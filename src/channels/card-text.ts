import type { Reply } from '../conversation/reply';
import type { TextBlock } from './adaptive-card';
import { paragraphs } from './paragraphs';

/** One block of words. */
export function textBlock(text: string, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** The words of a reply, a paragraph or a list a block. */
export function cardText(reply: Reply, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock[] {
  return paragraphs(reply).map((words) => textBlock(words, look));
}
