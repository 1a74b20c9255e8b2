import type { Draft, Step } from './draft';
import { followUp } from './follow-up';
import { heldStop } from './keep-stop';
import { repeatStop } from './show-stop';
import { voiceFor } from './voice';

/** A photo, voice note or file is not opened: says so, with 911 and 988. A danger stop goes on holding. */
export function takeMedia(draft: Draft): Step {
  const { content, session } = draft;
  if (session.optedOut) return { session, replies: [], outcome: { kind: 'opt-out' } };
  const media = voiceFor(content, session).say('media', 'note');
  const stop = heldStop(draft);
  if (stop === null) return followUp(draft, [media], { kind: 'fallback' });
  const held = repeatStop(draft, stop);
  return { ...held, replies: [media, ...held.replies] };
}
