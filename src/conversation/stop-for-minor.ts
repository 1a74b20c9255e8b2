import { type Draft, type Step, withSession } from './draft';
import { emergencyMenu } from './show-stop';
import { voiceFor } from './voice';

/** The words for people under 18: help first, no questions, and nothing is remembered but that (safety.md section 7). */
export function stopForMinor(draft: Draft, outcome: Partial<Step['outcome']> = {}): Step {
  const clear = withSession(draft, { answers: {}, place: { kind: 'under-18' }, aside: null, misses: 0, greeted: true });
  return emergencyMenu(clear, [voiceFor(clear.content, clear.session).say('under18', 'crisis')], {
    kind: 'choice',
    choice: 'under-18',
    ...outcome,
  });
}
