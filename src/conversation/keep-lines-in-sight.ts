import type { Draft, Step } from './draft';
import { voiceFor } from './voice';

/** Puts the crisis lines beside what is said while a danger is not long past. */
export function keepLinesInSight(draft: Draft, step: Step): Step {
  const last = step.replies.at(-1);
  if (draft.session.alert === 0 || step.outcome.kind === 'crisis' || last === undefined) return step;
  const voice = voiceFor(draft.content, step.session);
  const lines = ['emergency', 'lifeline'].flatMap(voice.lines).filter(({ href }) => !last.links?.some((link) => link.href === href));
  return {
    ...step,
    session: { ...step.session, alert: draft.session.alert - 1 },
    replies: [...step.replies.slice(0, -1), { ...last, links: [...(last.links ?? []), ...lines] }],
  };
}
