import type { CardAction, SuggestedActions } from 'botframework-schema';
import type { Choice, Reply } from '../conversation/reply';
import type { GuideValue } from './guide-data';

/**
 * Buttons for clients that know nothing of `channelData.guide`: the choices, then the commands.
 * Each sends back the choice's id, so that a button stays true after the conversation has moved on. Null where there is nothing to tap.
 */
export function suggestedActions(reply: Reply): SuggestedActions | null {
  const actions = [...(reply.choices ?? []), ...(reply.commands ?? [])].map(button);
  return actions.length === 0 ? null : { to: [], actions };
}

function button(choice: Choice): CardAction {
  const value: GuideValue = { guide: { choices: [choice.id] } };
  return { type: 'messageBack', title: choice.label, displayText: choice.label, text: choice.label, value };
}
