import { button } from './button';
import { createChat, type LoadPrint } from './chat';
import styles from './chat.css';
import { element } from './element';
import { icon } from './icon';
import { readKept } from './kept';
import { leaveQuickly } from './leave-quickly';
import { readableOn } from './readable-on';
import type { WidgetSettings } from './settings';

const leavePresses = 3;
const leaveMilliseconds = 2000;

/**
 * `<treatment-guide>`: the chat as one element, with everything inside a shadow. Attributes, each also as `data-...` of the script: `language`
 * (`en`, `es`; else the page's, else the browser's), `color` (of filled buttons, `#rrggbb`), `position` (`left`, else right), `label` (of the launcher),
 * `leave` (https address that "leave quickly" goes to), `open` (opened at once) and `page` (fills its container instead of floating).
 */
export function defineGuideElement(base: string, settings: WidgetSettings, loadPrint: LoadPrint): void {
  if (customElements.get('treatment-guide')) return;
  customElements.define(
    'treatment-guide',
    class extends HTMLElement {
      private unmount: (() => void) | undefined;

      connectedCallback(): void {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        const { guide, start, unmount } = mount(this, base, settings, loadPrint);
        // Last of all: a shadow hides the numbers that stand in the page, and must not where an old browser cannot show the chat.
        const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [sheet];
        root.append(guide);
        this.unmount = unmount;
        start();
      }

      disconnectedCallback(): void {
        this.unmount?.();
      }
    },
  );
}

/** Builds the chat for the element's shadow. */
function mount(host: HTMLElement, base: string, settings: WidgetSettings, loadPrint: LoadPrint) {
  const asked = (name: string) => host.getAttribute(name) ?? '';
  const isPage = host.hasAttribute('page');
  const guide = element('div', { class: `guide ${isPage ? 'page' : asked('position')}` });
  const panel: HTMLElement = element(isPage ? 'section' : 'dialog', { class: 'panel' });
  const label = element('span');
  const launcher = button('', 'launcher', () => {
    open();
    chat.panel.heading.focus();
  });
  launcher.append(icon('chat'), label);

  const color = asked('color');
  if (/^#[\da-f]{6}$/i.test(color)) {
    guide.style.setProperty('--guide-color', color);
    guide.style.setProperty('--guide-on-color', readableOn(color));
  }

  const leave = () => leaveQuickly(asked('leave'));
  // A page in English is also read by people whose browser speaks Spanish.
  const signs = readKept()?.locale ?? (asked('language') || `${document.documentElement.lang} ${navigator.language}`);
  const chat = createChat({
    base,
    settings,
    loadPrint,
    language: /\bes\b/i.test(signs) ? 'es' : 'en',
    leave,
    close: isPage ? null : close,
    onLanguage: (language) => {
      guide.lang = language;
      panel.setAttribute('aria-label', settings.words[language].title);
      label.textContent = asked('label') || settings.words[language].launcher;
    },
  });
  panel.append(...chat.panel.parts);
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  panel.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (!chat.panel.closeMenu()) close();
  };
  guide.append(...(isPage ? [] : [launcher]), panel);

  // Shift three times, fast: the way out by keyboard, while the chat is open.
  let presses: number[] = [];
  const onKey = ({ key, repeat, timeStamp }: KeyboardEvent) => {
    if (repeat || !panel.matches('.open')) return;
    presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < leaveMilliseconds), timeStamp] : [];
    if (presses.length >= leavePresses) leave();
  };
  addEventListener('keydown', onKey);
  return {
    guide,
    start: () => {
      if (isPage || host.hasAttribute('open')) open(true);
    },
    unmount: () => {
      removeEventListener('keydown', onKey);
      chat.stop();
      guide.remove();
    },
  };

  function open(isUnasked = false): void {
    panel.classList.add('open');
    launcher.hidden = true;
    if (panel instanceof HTMLDialogElement) {
      // On a phone the chat covers the page: what lies behind cannot be reached by keyboard or screen reader. `show()` would take the focus.
      if (isUnasked || !matchMedia('(max-width:30em),(max-height:26em)').matches) panel.open = true;
      else panel.showModal();
    }
    chat.start();
  }

  function close(): void {
    if (!(panel instanceof HTMLDialogElement)) return;
    panel.close();
    panel.classList.remove('open');
    launcher.hidden = false;
    launcher.focus();
  }
}
