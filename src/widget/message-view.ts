import type { Activity, Source } from './activity';
import { element } from './element';
import { icon } from './icon';
import { link } from './link';
import type { Language, Words } from './settings';
import { wordsOf } from './words-of';

/** One message of the guide: words, buttons to call and text, and where it comes from. A danger message has its own color, picture and heading. */
export function messageView(activity: Activity, language: Language, words: Words): HTMLElement {
  const { tier, links = [], sources = [] } = activity.channelData?.guide ?? {};
  const isCrisis = tier === 'emergency';
  const bubble = element(
    'div',
    { class: 'bubble' },
    element('span', { class: 'hide' }, `${words.guide}: `),
    ...wordsOf(activity.text ?? ''),
  );
  if (isCrisis) bubble.prepend(element('p', { class: 'title' }, icon('alarm'), words.emergency));
  if (links.length > 0) bubble.append(element('div', { class: 'links' }, ...links.map(({ label, href }) => link(label, href))));
  const message = element(
    'div',
    {
      class: isCrisis ? 'message crisis' : tier === 'check' ? 'message soft' : 'message',
      lang: activity.locale ?? language,
      // Said at once, before anything that waits to be read.
      ...(isCrisis && { role: 'alert' }),
    },
    bubble,
  );
  if (sources.length > 0) message.append(sourcesView(sources, words));
  return message;
}

function sourcesView(sources: readonly Source[], words: Words): HTMLElement {
  const lines = sources.map(({ organization, page, address, reviewed }) => {
    const name = `${organization}: ${page}`;
    return element(
      'p',
      {},
      address ? link(name, address) : name,
      ...(reviewed ? [` (${words.reviewed.replace('{date}', reviewed)})`] : []),
    );
  });
  return element('details', {}, element('summary', {}, words.sources), ...lines);
}
