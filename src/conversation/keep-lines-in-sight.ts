import { changeLast } from './change-last';
import type { Draft, Step } from './draft';
import { voiceFor } from './voice';

/** Puts the crisis lines beside what is said while a danger is not long past. */
export function keepLinesInSight(draft: Draft, step: Step): Step {
  if (draft.session.alert === 0 || step.outcome.kind === 'crisis' || step.replies.length === 0) return step;
  const lines = voiceFor(draft.content, step.session).helpLines();
  const replies = changeLast(step.replies, (last) => {
    const shown = last.links ?? [];
    return { ...last, links: [...shown, ...lines.filter(({ href }) => !shown.some((link) => link.href === href))] };
  });
  return { session: { ...step.session, alert: draft.session.alert - 1 }, replies, outcome: step.outcome };
}
