import type { Reply } from '../conversation/reply';

/** The words of a reply as markdown paragraphs: lists, whose lines begin with "- ", stay together, the reply's bullets are one more. */
export function paragraphs({ text, bullets = [] }: Reply): string[] {
  const blocks: string[] = [];
  for (const line of [...text.split(/\n+/), ...bullets.map((bullet) => `- ${bullet}`)]) {
    const last = blocks.at(-1);
    if (last !== undefined && line.startsWith('- ') && last.startsWith('- ')) blocks.splice(-1, 1, `${last}\n${line}`);
    else blocks.push(line);
  }
  return blocks;
}
