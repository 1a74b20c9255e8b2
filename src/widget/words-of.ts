import { element } from './element';

/** A message's words as paragraphs and lists; lines that begin with "- " are list items. */
export function wordsOf(text: string): HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('- ')) {
      if (line.trim() !== '') parts.push(element('p', {}, line));
      continue;
    }
    const last = parts.at(-1);
    const list = last?.tagName === 'UL' ? last : element('ul');
    if (list !== last) parts.push(list);
    list.append(element('li', {}, line.slice(2)));
  }
  return parts;
}
