import { button } from './button';
import { element } from './element';
import type { Words } from './settings';

/** What the person said or tapped, with a line that tells when it waits, and a way to change it where it was an answer. */
export interface OwnMessageView {
  readonly message: HTMLElement;
  /** Why it has not arrived; empty: it has, or is on its way. */
  readonly state: HTMLElement;
}

/** `change`: gives the answer anew; null where it was none. */
export function ownMessageView(text: string, words: Words, change: (() => void) | null): OwnMessageView {
  const state = element('span', { class: 'state' });
  const bubble = element('div', { class: 'bubble' }, element('span', { class: 'hide' }, `${words.you}: `), text);
  const message = element('div', { class: 'message mine' }, bubble, state);
  if (change !== null) {
    const again = button(words.change, 'change', change);
    again.setAttribute('aria-label', `${words.change}: ${text}`);
    message.append(again);
  }
  return { message, state };
}
