import type { Language } from '../language/language';
import type { Danger } from '../safety/danger';
import type { Draft, Step } from './draft';
import { openChoices } from './open-choices';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** Turns after a stop in which the crisis lines stay in sight. */
const alertTurns = 3;

/** In which languages danger is answered: Spanish first and English too when the message or the conversation is Spanish (review.md M18). */
function languagesOf(session: Language, message: Language | null): readonly Language[] {
  return session === 'es' || message === 'es' ? ['es', 'en'] : ['en'];
}

/**
 * A danger stop: its fixed words, then only the lines to call or text and the button to go on. The script holds until that is used.
 * Of two dangers the higher one's words are shown with the other's number. `spoken` is the language of the message, where it tells.
 */
export function showStop(
  draft: Draft,
  stopId: string,
  danger: Danger | null,
  spoken: Language | null,
  outcome: Partial<Step['outcome']> = {},
): Step {
  const { content, channel } = draft;
  const { data } = content;
  const stop = data.stops[stopId];
  if (stop === undefined) throw new Error(`no stop "${stopId}"`);
  const seen = [stopId, ...(stop.category === 'self-harm' ? ['stop-suicide'] : [])].filter((id) => !draft.session.stops.includes(id));
  const session = {
    ...draft.session,
    greeted: true,
    aside: { kind: 'stop', stop: stopId } as const,
    stops: [...draft.session.stops, ...seen],
    misses: 0,
    alert: alertTurns,
  };
  const others = Object.values(data.stops).filter(({ category }) => danger?.others.includes(category));
  const besides = [...new Set(others.map(({ beside }) => beside))].filter((beside) => beside !== stop.beside);
  const replies = languagesOf(session.language, spoken).flatMap((language): Reply[] => {
    const voice = voiceFor(content, session, language);
    return [...stop.say, ...besides].map((id) => ({ ...voice.say(id, 'crisis'), tier: 'emergency' }));
  });
  const voice = voiceFor(content, session);
  const links = stop.lines.flatMap(voice.lines);
  const choices = openChoices({ ...draft, session });
  const last = replies.at(-1) as Reply;
  const closing: Reply[] =
    channel === 'sms'
      ? [
          { ...last, links },
          { ...voice.say(stop['go-on-sms'], 'note'), tier: 'emergency', choices },
        ]
      : [{ ...last, links, choices }];
  return {
    session,
    replies: [...replies.slice(0, -1), ...closing],
    outcome: { kind: 'crisis', ...outcome, tier: 'emergency', category: danger?.category ?? stop.category },
  };
}

/** The stop that answers a danger. */
export function stopFor(draft: Draft, danger: Danger): string {
  const found = Object.entries(draft.content.data.stops).find(([, stop]) => stop.category === danger.category);
  return (found ?? Object.entries(draft.content.data.stops)[0] ?? [''])[0];
}

/** The emergency menu: four stops to choose from. */
export function emergencyMenu(draft: Draft, before: readonly Reply[], outcome: Step['outcome']): Step {
  const session = { ...draft.session, aside: { kind: 'emergency-menu' } as const };
  const voice = voiceFor(draft.content, session);
  const links = ['emergency', 'lifeline'].flatMap(voice.lines);
  const menu: Reply = { ...voice.say('emergency-menu', 'crisis'), links, choices: openChoices({ ...draft, session }) };
  return { session, replies: [...before, menu], outcome };
}
