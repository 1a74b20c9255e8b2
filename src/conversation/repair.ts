import type { Draft, Step } from './draft';
import { followUp } from './follow-up';
import { openChoices } from './open-choices';
import { isAskedAside } from './session';
import { voiceFor } from './voice';

/**
 * Nothing was understood: says so and offers the choices again; from the second time in a row it offers to skip and to call.
 * `text` says it in other words where the reason is known.
 */
export function repair(draft: Draft, text: string | null = null, outcome: Partial<Step['outcome']> = {}): Step {
  const { content, session } = draft;
  const misses = session.misses + 1;
  const voice = voiceFor(content, session);
  const again = misses > 1;
  const reply = { ...voice.say(again ? 'repair-2' : (text ?? 'repair-1'), 'repair'), ...(again && { links: [voice.callCenter()] }) };
  const counted = { kind: session.place.kind === 'question' ? 'reask' : 'fallback', ...outcome } as const;
  if (isAskedAside(session))
    return { session: { ...session, misses }, replies: [{ ...reply, choices: openChoices(draft) }], outcome: counted };
  const step = followUp(draft, [reply], counted, false);
  return { ...step, session: { ...step.session, misses } };
}
