import { askQuestion } from './ask-question';
import type { Draft, Step } from './draft';
import { placeChoices } from './open-choices';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** Says something in between and goes back to where the person was: asks the open question again, or offers what stands open there. */
export function followUp(draft: Draft, replies: readonly Reply[], outcome: Step['outcome'], announced = true): Step {
  const { content, session } = draft;
  const after = { ...session, aside: null };
  const { place } = after;
  const clear = { ...draft, session: after };
  if (place.kind === 'question') {
    const back = announced && replies.length > 0 ? [voiceFor(content, after).say('faq-return', 'note')] : [];
    return { session: after, replies: [...replies, ...back, askQuestion(clear, place.question)], outcome };
  }
  const last = replies.at(-1);
  if (last === undefined || last.choices !== undefined) return { session: after, replies, outcome };
  return { session: after, replies: [...replies.slice(0, -1), { ...last, choices: placeChoices(clear) }], outcome };
}
