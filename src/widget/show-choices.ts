import type { Choice, GuideData } from './activity';
import { button } from './button';
import { element } from './element';
import type { Words } from './settings';

/** Fills `box` with what stands open after a message: one button a choice, or boxes to check where several may be given. */
export function showChoices(box: HTMLElement, guide: Partial<GuideData>, words: Words, choose: (choices: readonly Choice[]) => void): void {
  const { choices = [], commands = [], several = false } = guide;
  const main = several
    ? [severalOf(choices, words, choose)]
    : choices.map((choice) => button(choice.say ?? choice.label, 'choice', () => choose([choice])));
  box.replaceChildren(...main, ...commands.map((command) => button(command.label, 'command', () => choose([command]))));
}

function severalOf(choices: readonly Choice[], words: Words, choose: (choices: readonly Choice[]) => void): HTMLElement {
  const boxes = choices.map((choice) => ({ choice, input: element('input', { type: 'checkbox' }) }));
  for (const { choice, input } of boxes) {
    input.onchange = () => {
      if (!input.checked) return;
      for (const other of boxes) if (other.input !== input && (choice.exclusive || other.choice.exclusive)) other.input.checked = false;
    };
  }
  const done = element('button', { class: 'primary' }, words.continue);
  const form = element(
    'form',
    { class: 'choices' },
    ...boxes.map(({ choice, input }) => element('label', { class: 'choice' }, input, choice.say ?? choice.label)),
    done,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const chosen = boxes.filter(({ input }) => input.checked).map(({ choice }) => choice);
    if (chosen.length > 0) choose(chosen);
    else boxes[0]?.input.focus();
  };
  return form;
}
