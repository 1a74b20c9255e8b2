import { element } from './element';

/** A link to a number or a page; its plain label where the address is of any other kind. */
export function link(label: string, href: string, className = ''): HTMLElement {
  if (!/^(https|tel|sms):/.test(href)) return element('span', {}, label);
  return element(
    'a',
    {
      href,
      class: className,
      ...(href.startsWith('https:') && { target: '_blank', rel: 'noopener noreferrer' }),
    },
    label,
  );
}
