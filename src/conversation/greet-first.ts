import type { Draft, Step } from './draft';
import { greetingOf } from './open-conversation';
import type { Reply } from './reply';

/** Where nothing was greeted yet (a text message opens its conversation itself), the greeting goes first. */
export function greetFirst(draft: Draft, step: Step): Step {
  if (draft.session.greeted || step.session.greeted || step.outcome.kind === 'crisis' || step.outcome.kind === 'opt-out') return step;
  const greeting = greetingOf(draft).map(({ choices: _choices, commands: _commands, ...reply }): Reply => reply);
  const session = { ...step.session, greeted: true };
  // "Hi" is answered by the greeting itself.
  const isBare = step.outcome.kind === 'smalltalk' || (step.session.place.kind === 'opening' && step.replies[0]?.id === 'ask-anything');
  if (isBare) return { ...step, session, replies: greetingOf(draft) };
  return { ...step, session, replies: [...greeting, ...step.replies] };
}
