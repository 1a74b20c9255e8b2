import type { Link, Reply } from '../conversation/reply';

/**
 * The links of a reply as text, for channels without buttons: the label where it names the number itself, else `label: number` or
 * `label: address`. A link whose target already stands in the reply's words is left out, so that no number is read twice.
 */
export function linkLines(reply: Reply): string[] {
  const said = [reply.text, ...(reply.bullets ?? [])].join('\n');
  return (reply.links ?? [])
    .filter((link) => !names(said, link))
    .map((link) => (names(link.label, link) ? link.label : `${link.label}: ${target(link)}`));
}

function names(words: string, link: Link): boolean {
  if (link.href.startsWith('https:')) return words.includes(bareAddress(link.href));
  // "1-800-662-4357" and tel:+18006624357 are the same number.
  const digits = link.href.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return new RegExp(`(?<!\\d)1?${digits}(?!\\d)`).test(words.replace(/(?<=\d)[-.() ]+(?=\d)/g, ''));
}

function target(link: Link): string {
  return link.href.replace(/^(?:tel|sms):/, '');
}

function bareAddress(href: string): string {
  return href.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
