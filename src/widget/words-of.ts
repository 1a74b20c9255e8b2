import { element } from './element';
import { link } from './link';
import { tel } from './tel';

/** A telephone number of the United States as it is written in the content. */
const number = /(\b(?:1-)?\d{3}-\d{3}-\d{4}\b)/;

/** A message's words as paragraphs and lists; lines that begin with "- " are list items, and numbers can be called. */
export function wordsOf(text: string): HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (const line of text.split('\n')) {
    const words = line.replace(/^- /, '');
    const pieces = words.split(number).map((piece) => (number.test(piece) ? link(piece, tel(piece), 'number') : piece));
    if (words === line) {
      if (line.trim() !== '') parts.push(element('p', {}, ...pieces));
      continue;
    }
    const last = parts.at(-1);
    const list = last?.tagName === 'UL' ? last : element('ul');
    if (list !== last) parts.push(list);
    list.append(element('li', {}, ...pieces));
  }
  return parts;
}
