import type { Activity } from './activity';
import { element } from './element';
import printStyles from './print.css';
import type { WidgetSettings, Words } from './settings';
import { wordsOf } from './words-of';

/** Prints the summary alone, on a clean page; nothing is sent anywhere. The browser's own dialog also saves it as a file. */
export function printSummary(summary: readonly Activity[], words: Words, { name, phone }: WidgetSettings['center']): void {
  const page = document.createElement('div');
  const root = page.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(printStyles);
  root.adoptedStyleSheets = [sheet];
  root.append(
    element('h1', {}, `${words.title} - ${name}`),
    element('p', {}, `${words.call}: ${phone}. ${words.danger} ${words['call-911']}. ${words['call-988']}. ${words['text-988']}.`),
    ...summary.flatMap(({ text = '' }) => wordsOf(text)),
  );
  // The page around the chat is left out of the print by a rule that goes with it.
  page.setAttribute('data-treatment-guide-print', '');
  const around = new CSSStyleSheet();
  around.replaceSync('@media print{body>:not([data-treatment-guide-print]){display:none!important}}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, around];
  document.body.append(page);
  const clean = () => {
    page.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== around);
  };
  addEventListener('afterprint', clean, { once: true });
  print();
}
