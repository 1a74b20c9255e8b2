import { button } from './button';
import { element } from './element';
import { helpLinks } from './help-links';
import type { Words } from './settings';
import { tel } from './tel';

/** What the panel's own buttons do. */
export interface PanelActions {
  readonly leave: () => void;
  /** null: the panel fills a page and cannot be closed. */
  readonly close: (() => void) | null;
  readonly say: (text: string) => void;
  readonly print: () => void;
  readonly speak: () => void;
  readonly startOver: () => void;
  readonly forget: () => void;
}

/** The parts of the panel that change while people talk. */
export interface PanelView {
  /** In the order in which they stand. */
  readonly parts: readonly HTMLElement[];
  readonly heading: HTMLElement;
  readonly step: HTMLElement;
  readonly bar: HTMLElement;
  readonly log: HTMLElement;
  /** Brings a part of the conversation into view: its beginning to the top, or (`isNear`) no farther than it takes to see it. */
  readonly reveal: (part: HTMLElement, isNear?: boolean) => void;
  readonly offline: HTMLElement;
  readonly choices: HTMLElement;
  readonly field: HTMLInputElement;
  readonly print: HTMLElement;
  /** Closes the menu "More"; tells whether it was open. */
  readonly closeMenu: () => boolean;
  /** Puts the panel's own words into another language, in place: what was said is not read out again. */
  readonly speak: (words: Words) => void;
}

/** Space above a message that is brought to the top, in pixels. */
const gap = 8;

/** Builds the panel once: heading, danger line, conversation, choices, the field and the center's number. */
export function panelView(phone: string, actions: PanelActions): PanelView {
  const texts: [HTMLElement, keyof Words][] = [];
  const labels: [HTMLElement, keyof Words][] = [];
  const titled = <T extends HTMLElement>(made: T, key: keyof Words): T => {
    texts.push([made, key]);
    return made;
  };
  const labeled = <T extends HTMLElement>(made: T, key: keyof Words): T => {
    labels.push([made, key]);
    return made;
  };

  const heading = titled(element(actions.close ? 'h2' : 'h1', { tabindex: '-1' }), 'title');
  const step = element('p');
  const leave = titled(button('', 'leave', actions.leave), 'leave');
  const head = element('div', { class: 'head' }, element('div', { class: 'name' }, heading, step), leave);
  if (actions.close) {
    const close = labeled(button('', 'close', actions.close), 'close');
    close.append('\u00d7');
    head.append(close);
  }
  const bar = element('div');
  const strip = element('div', { class: 'strip' });

  const log = element('div', { role: 'log' });
  const offline = element('div', { class: 'offline', role: 'status' });
  const choices = labeled(element('div', { class: 'choices', role: 'group', tabindex: '-1' }), 'answers');
  const scroll = labeled(element('div', { class: 'scroll', role: 'region', tabindex: '0' }, log, offline, choices), 'guide');

  const field = labeled(element('input', { class: 'field', autocomplete: 'off', maxlength: '4000', enterkeyhint: 'send' }), 'type');
  const form = element('form', {}, field, titled(element('button'), 'send'));
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    field.value = '';
    if (text !== '') actions.say(text);
  };

  const menu = titled(element('summary'), 'more');
  const more = element('details', { class: 'more' }, menu);
  const items = element('div');
  more.append(items);
  const closeMenu = () => {
    more.open = false;
    menu.focus();
  };
  const item = (key: keyof Words, act: () => void) => {
    const made = titled(
      button('', '', () => {
        closeMenu();
        act();
      }),
      key,
    );
    items.append(made);
    return made;
  };
  const print = item('print', actions.print);
  const language = item('other-language', actions.speak);
  item('start-over', actions.startOver);
  item('delete', actions.forget);
  print.hidden = true;

  scroll.onclick = field.onfocus = () => {
    more.open = false;
  };

  const call = element('a', { class: 'call', href: tel(phone) }, titled(element('span'), 'call'), element('span', {}, phone));
  const foot = element('div', { class: 'foot' }, form, call, more);
  return {
    parts: [head, element('div', { class: 'bar' }, bar), strip, scroll, foot],
    heading,
    step,
    bar,
    log,
    reveal: (part, isNear) => {
      // Not scrollIntoView, which moves the page around the chat as well. Where there is little height, the panel scrolls as a whole.
      const box = scroll.scrollHeight > scroll.clientHeight ? scroll : scroll.parentElement;
      if (box === null) return;
      const { top, bottom } = part.getBoundingClientRect();
      // What sticks to the top covers it.
      const above = top - Math.max(box.getBoundingClientRect().top, strip.getBoundingClientRect().bottom) - gap;
      const below = bottom - box.getBoundingClientRect().bottom;
      if (!isNear) box.scrollTop += above;
      else if (below > 0) box.scrollTop += Math.min(above, below);
    },
    offline,
    choices,
    field,
    print,
    closeMenu: () => {
      const { open } = more;
      if (open) closeMenu();
      return open;
    },
    speak: (words) => {
      for (const [made, key] of texts) made.textContent = words[key];
      for (const [made, key] of labels) made.setAttribute('aria-label', words[key]);
      field.placeholder = words.type;
      language.lang = words['other-language'] === 'English' ? 'en' : 'es';
      strip.replaceChildren(element('strong', {}, words.danger), helpLinks(words));
    },
  };
}
