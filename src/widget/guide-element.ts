import { button } from './button';
import { type Chat, createChat } from './chat';
import { element } from './element';
import { icon } from './icon';
import { leaveQuickly } from './leave-quickly';
import { readableOn } from './readable-on';
import type { Language, WidgetSettings } from './settings';
import { styles } from './styles';

const leaveKey = 'Shift';
const leavePresses = 3;
const leaveMilliseconds = 2000;

/**
 * `<treatment-guide>`: the chat as one element, with everything inside a shadow. Attributes, each also as `data-...` of the script: `language`
 * (`en`, `es`; else the page's, else the browser's), `color` (of filled buttons, `#rrggbb`), `position` (`left`, else right), `label` (of the launcher),
 * `leave` (https address that "leave quickly" goes to), `open` (opened at once) and `page` (fills its container instead of floating).
 */
export function defineGuideElement(base: string, settings: WidgetSettings): void {
  if (customElements.get('treatment-guide')) return;
  customElements.define(
    'treatment-guide',
    class extends HTMLElement {
      private chat: Chat | null = null;
      private presses: number[] = [];
      private readonly onKey = (event: KeyboardEvent) => this.countPress(event);

      connectedCallback(): void {
        if (this.chat !== null) return;
        const isPage = this.hasAttribute('page');
        const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        root.adoptedStyleSheets = [sheet];
        const guide = element('div', { class: `guide${isPage ? ' page' : ''}${this.getAttribute('position') === 'left' ? ' left' : ''}` });
        this.paint(guide);

        const panel: HTMLElement = element(isPage ? 'section' : 'dialog', { class: 'panel' });
        const label = element('span');
        const launcher = button('', 'launcher', () => open());
        launcher.append(icon('chat'), label);
        launcher.setAttribute('aria-haspopup', 'dialog');
        const isFull = matchMedia('(max-width:30em),(max-height:26em)');
        const open = (isAsked = true) => {
          panel.classList.add('open');
          launcher.hidden = true;
          // On a phone the chat covers the page: what lies behind cannot be reached by keyboard or screen reader.
          if (panel instanceof HTMLDialogElement && !panel.open) {
            if (isFull.matches && isAsked) panel.showModal();
            else panel.setAttribute('open', '');
          }
          chat.start();
          if (isAsked) chat.panel.heading.focus();
        };
        const close = () => {
          if (panel instanceof HTMLDialogElement) panel.close();
          panel.classList.remove('open');
          launcher.hidden = false;
          launcher.focus();
        };
        const chat = createChat({
          base,
          settings,
          language: this.startLanguage(),
          leave: () => this.leave(),
          close: isPage ? null : close,
          onLanguage: (language) => {
            const { launcher: words, title } = settings.words[language];
            guide.lang = language;
            panel.setAttribute('aria-label', title);
            label.textContent = this.getAttribute('label') ?? words;
          },
        });
        this.chat = chat;
        panel.append(...chat.panel.parts);
        panel.addEventListener('cancel', (event) => {
          event.preventDefault();
          if (!isPage) close();
        });
        panel.addEventListener('keydown', (event) => {
          if (event.key === 'Escape' && !isPage && !event.defaultPrevented) {
            event.preventDefault();
            close();
          }
        });
        guide.append(...(isPage ? [panel] : [launcher, panel]));
        root.append(guide);
        addEventListener('keydown', this.onKey);
        if (isPage || this.hasAttribute('open')) open(false);
      }

      disconnectedCallback(): void {
        removeEventListener('keydown', this.onKey);
        this.chat?.stop();
        this.chat = null;
        this.shadowRoot?.replaceChildren();
      }

      private startLanguage(): Language {
        const asked = this.getAttribute('language');
        // A page in English is also read by people whose browser speaks Spanish.
        const signs = asked === null ? [document.documentElement.lang, navigator.language] : [asked];
        return signs.some((sign) => /^es\b/i.test(sign)) ? 'es' : 'en';
      }

      /** The center's color, with the text color that can be read on it. */
      private paint(guide: HTMLElement): void {
        const color = this.getAttribute('color') ?? '';
        if (!/^#[\da-f]{6}$/i.test(color)) return;
        guide.style.setProperty('--guide-color', color);
        guide.style.setProperty('--guide-on-color', readableOn(color));
      }

      /** Shift three times, fast: the way out by keyboard, while the chat is open. */
      private countPress({ key, repeat, timeStamp }: KeyboardEvent): void {
        if (repeat || !this.shadowRoot?.querySelector('.panel.open')) return;
        this.presses = key === leaveKey ? [...this.presses.filter((at) => timeStamp - at < leaveMilliseconds), timeStamp] : [];
        if (this.presses.length >= leavePresses) this.leave();
      }

      private leave(): void {
        leaveQuickly(this.getAttribute('leave'));
      }
    },
  );
}
