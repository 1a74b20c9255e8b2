import type { Reply } from '../conversation/reply';

/** The words of a reply as markdown paragraphs: lists, whose lines begin with "- ", stay together, the reply's bullets are one more. */
export function paragraphs({ text, bullets = [] }: Reply): string[] {
  const lines = [...text.split(/\n+/), ...bullets.map((bullet) => `- ${bullet}`)];
  return lines.reduce<string[]>((blocks, line) => {
    const last = blocks.at(-1);
    const goesOn = line.startsWith('- ') && last?.split('\n').at(-1)?.startsWith('- ');
    return goesOn ? [...blocks.slice(0, -1), `${last}\n${line}`] : [...blocks, line];
  }, []);
}
