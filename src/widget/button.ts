import { element } from './element';

/** A button that does not send a form. */
export function button(label: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label);
  made.onclick = onClick;
  return made;
}
