import { askQuestion } from './ask-question';
import { changeLast } from './change-last';
import type { Draft, Step } from './draft';
import { openChoices, placeChoices } from './open-choices';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** Says something in between and goes back to where the person was: asks the open question again, or offers what stands open there. A danger stop goes on holding. */
export function followUp(draft: Draft, replies: readonly Reply[], outcome: Step['outcome'], announced = true): Step {
  const { content, session } = draft;
  if (session.aside?.kind === 'stop') {
    return { session, replies: changeLast(replies, (last) => ({ ...last, choices: openChoices(draft) })), outcome };
  }
  const after = { ...session, aside: null };
  const { place } = after;
  const clear = { ...draft, session: after };
  if (place.kind === 'question') {
    const back = announced && replies.length > 0 ? [voiceFor(content, after).say('faq-return', 'note')] : [];
    return { session: after, replies: [...replies, ...back, askQuestion(clear, place.question)], outcome };
  }
  const offered = changeLast(replies, (last) => (last.choices === undefined ? { ...last, choices: placeChoices(clear) } : last));
  return { session: after, replies: offered, outcome };
}
