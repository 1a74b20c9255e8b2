import type { Reply } from '../conversation/reply';

const help = /(?<!\d)(?:911|988)(?!\d)/;

/** The first part of a text message, which every phone shows even when the rest comes late (safety.md section 15). */
const firstPart = 160;

/**
 * The words of a crisis reply with 911 or 988 within the first 160 characters. Content is written so; should a long name or a
 * translation push the number back, the line to call, or else the sentence that holds the number, goes to the front.
 */
export function numberFirst(words: string, links: Reply['links']): string {
  if (help.test(words.slice(0, firstPart))) return words;
  const link = links?.find(({ href }) => help.test(href));
  if (link) return `${help.test(link.label) ? link.label : `${link.label}: ${link.href.replace(/^\w+:/, '')}`}\n${words}`;
  const sentence = words.split(/(?<=[.!?])\s+|\n/).find((part) => help.test(part));
  return sentence === undefined ? words : `${sentence}\n${words}`;
}
