import type { Draft, Step } from './draft';

/** How often a text message may bring the same answer in a row before the guide takes the other side for a machine. */
const mostTimes = { usually: 4, whileStopHolds: 10 };

/** What a number or a command leads to is wanted, however often. */
const wanted: ReadonlySet<Step['outcome']['kind']> = new Set(['choice', 'skip', 'command', 'start', 'opt-out']);

/**
 * Ends what two machines would go on with for ever: an automatic answer brings the same words each time, and so do we. What would be said for
 * the fifth time in a row is not sent, and then but every fifth time; anything else is answered again. Not for a message that tells danger. Text messages only.
 */
export function muteLoop({ channel, session }: Draft, step: Step): Step {
  if (channel !== 'sms') return step;
  const { said: _said, ...rest } = step.session;
  if (wanted.has(step.outcome.kind) || step.replies.length === 0) return { ...step, session: rest };
  const ids = step.replies.map(({ id }) => id).join(' ');
  const times = session.said?.ids === ids ? session.said.times + 1 : 1;
  const most = step.outcome.kind === 'crisis' ? mostTimes.whileStopHolds : mostTimes.usually;
  // A person who goes on is not left alone: every fifth message is answered. A machine that hears nothing says nothing.
  const isMuted = times > most && (times - most) % 5 !== 0;
  return { ...step, session: { ...rest, said: { ids, times } }, replies: isMuted ? [] : step.replies };
}
