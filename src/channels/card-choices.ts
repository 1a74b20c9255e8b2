import type { Choice, Reply } from '../conversation/reply';
import type { ActionSet, CardAction, CardElement } from './adaptive-card';
import { textBlock } from './card-text';
import type { GuideValue } from './guide-data';

/** The id under which ticked answers come back, beside the button's data. */
export const tickedId = 'choices';

/** Teams cuts the title of a button that is longer than the card is wide; a phone's card holds about this many characters. */
const longestTitle = 40;

/** A button that sends a choice back. */
function submit(choice: Choice, title: string): CardAction {
  const data: GuideValue = { guide: { choices: [choice.id] } };
  return { type: 'Action.Submit', title, data };
}

/** Buttons below each other, each in a set of its own: in one set Teams hides all after the sixth. Long wording stands below its button. */
function buttons(choices: readonly Choice[]): CardElement[] {
  return choices.flatMap((choice): CardElement[] => {
    const say = choice.say ?? choice.label;
    const set = (title: string): ActionSet => ({ type: 'ActionSet', spacing: 'Small', actions: [submit(choice, title)] });
    return say.length <= longestTitle
      ? [set(say)]
      : [set(choice.label), textBlock(say, { isSubtle: true, size: 'Small', spacing: 'None' })];
  });
}

/** Answers to tick, and the button that sends them. */
function ticks({ text, choices = [] }: Reply, send: string): CardElement[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: tickedId,
      label: text,
      isMultiSelect: true,
      style: 'expanded',
      wrap: true,
      choices: choices.map(({ id, label, say }) => ({ title: say ?? label, value: id })),
    },
    { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: send, data: { guide: {} } }] },
  ];
}

/** What a person can answer with: ticks where several answers may be given, else a button for each. `send`: the title of the button below ticks. */
export function cardChoices(reply: Reply, send: string): CardElement[] {
  return reply.several ? ticks(reply, send) : buttons(reply.choices ?? []);
}

/** Skip, back and so on in rows of three below a line: not taken for answers, and none hidden behind a menu. */
export function cardCommands({ commands = [] }: Reply): ActionSet[] {
  const rows = Array.from({ length: Math.ceil(commands.length / 3) }, (_, row) => commands.slice(3 * row, 3 * row + 3));
  return rows.map((row, index) => ({
    type: 'ActionSet',
    ...(index > 0 ? { spacing: 'None' as const } : { separator: true as const }),
    // Ticks are not sent along: what was ticked does not matter to whoever skips.
    actions: row.map((command) => ({ ...submit(command, command.label), associatedInputs: 'none' as const })),
  }));
}
