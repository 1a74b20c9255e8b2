import { element } from './element';
import { link } from './link';
import type { Words } from './settings';

/** The emergency numbers as links to call and text. */
export function helpLinks(words: Words): HTMLElement {
  return element(
    'span',
    {},
    link(words['call-911'], 'tel:911'),
    link(words['call-988'], 'tel:988'),
    link(words['text-988'], words['other-language'] === 'English' ? 'sms:988?&body=AYUDA' : 'sms:988'),
  );
}
