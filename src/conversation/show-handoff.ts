import type { Draft, Step } from './draft';
import { isOpen } from './is-open';
import { localTime } from './local-time';
import { placeChoices } from './open-choices';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** The handoff: what to have ready, and whom to call - the center, or the lines that answer while it is closed. */
export function showHandoff(draft: Draft, before: readonly Reply[], outcome: Step['outcome']): Step {
  const { content, session, now } = draft;
  const voice = voiceFor(content, session);
  const { hours } = content.center;
  const isClosed = hours !== null && !isOpen(hours, localTime(now, content.center.timeZone));
  const backups = ['redline', 'samhsa'].flatMap(voice.lines);
  const handoff: Reply = {
    ...voice.say(isClosed ? 'handoff-closed' : 'handoff', 'handoff'),
    links: isClosed ? [...backups, voice.callCenter()] : [voice.callCenter(), ...backups],
    choices: placeChoices(draft),
  };
  // A text message shows a long summary in pages.
  const kept = draft.channel === 'sms' ? { ...session, aside: { kind: 'more', of: 'summary', page: 0 } as const } : session;
  return { session: kept, replies: [...before, voice.say('handoff-ready', 'handoff'), handoff], outcome };
}
