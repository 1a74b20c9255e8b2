import type { Reply } from '../conversation/reply';
import type { TextBlock } from './adaptive-card';

/** One block of words. */
export function textBlock(text: string, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** The words of a reply, one paragraph a block, its bullets as one list. */
export function cardText({ text, bullets = [] }: Reply, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock[] {
  const paragraphs = text.split(/\n+/).map((paragraph) => textBlock(paragraph, look));
  return bullets.length === 0 ? paragraphs : [...paragraphs, textBlock(bullets.map((bullet) => `- ${bullet}`).join('\n'))];
}
