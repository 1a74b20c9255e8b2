import type { Stop } from '../dialogs/schema';
import type { Language } from '../language/language';
import type { Danger } from '../safety/danger';
import type { Draft, Step } from './draft';
import { openChoices } from './open-choices';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** How a danger was told: in which language, and of whom; null where the words do not tell. */
export interface Spoken {
  readonly language: Language | null;
  readonly of: 'self' | 'other' | null;
}

/** Turns after a stop in which the crisis lines stay in sight. */
const alertTurns = 3;

/** In which languages danger is answered: Spanish first and English too when the message or the conversation is Spanish (review.md M18). */
function languagesOf(session: Language, message: Language | null): readonly Language[] {
  return session === 'es' || message === 'es' ? ['es', 'en'] : ['en'];
}

/** The words of a stop with the way on: a button at the last of them, or a line of its own where there are no buttons. None after an opt-out. */
function withWayOn(draft: Draft, stop: Stop, words: readonly Reply[]): Reply[] {
  const { content, session, channel } = draft;
  if (session.optedOut) return [...words];
  const choices = openChoices(draft);
  if (channel === 'sms') return [...words, { ...voiceFor(content, session).say(stop['go-on-sms'], 'note'), tier: 'emergency', choices }];
  return [...words.slice(0, -1), { ...(words.at(-1) as Reply), choices }];
}

/**
 * A danger stop: its fixed words, then only the lines to call or text and the button to go on. The script holds until that is used.
 * Of two dangers the higher one's words are shown with the other's number. `spoken` is how the danger was told.
 */
export function showStop(
  draft: Draft,
  stopId: string,
  danger: Danger | null,
  spoken: Spoken = { language: null, of: null },
  outcome: Partial<Step['outcome']> = {},
): Step {
  const { content } = draft;
  const { data } = content;
  const stop = data.stops[stopId];
  if (stop === undefined) throw new Error(`no stop "${stopId}"`);
  const seen = [stopId, ...(stop.category === 'self-harm' ? ['stop-suicide'] : [])];
  const session = {
    ...draft.session,
    aside: draft.session.optedOut ? null : ({ kind: 'stop', stop: stopId } as const),
    stops: [...draft.session.stops.filter((id) => !seen.includes(id)), ...seen],
    misses: 0,
    alert: alertTurns,
  };
  const others = Object.values(data.stops).filter(({ category }) => danger?.others.includes(category));
  const besides = [...new Set(others.map(({ beside }) => beside))].filter((beside) => beside !== stop.beside);
  const replies = languagesOf(session.language, spoken.language).flatMap((language): Reply[] => {
    const voice = voiceFor(
      content,
      spoken.of === null ? session : { ...session, answers: { who: [spoken.of === 'self' ? 'me' : 'someone'] } },
      language,
    );
    return [...stop.say, ...besides].map((id) => ({ ...voice.say(id, 'crisis'), tier: 'emergency' }));
  });
  const links = stop.lines.flatMap(voiceFor(content, session).lines);
  return {
    session,
    replies: withWayOn({ ...draft, session }, stop, [...replies.slice(0, -1), { ...(replies.at(-1) as Reply), links }]),
    outcome: { kind: 'crisis', ...outcome, tier: 'emergency', category: danger?.category ?? stop.category },
  };
}

/** The stop that answers a danger. */
export function stopFor(draft: Draft, danger: Danger): string {
  const found = Object.entries(draft.content.data.stops).find(([, stop]) => stop.category === danger.category);
  return (found ?? Object.entries(draft.content.data.stops)[0] ?? [''])[0];
}

/** The stop again, for whoever says something else while it holds: its words, and how to go on. */
export function repeatStop(draft: Draft, stopId: string): Step {
  const { content, session } = draft;
  const stop = content.data.stops[stopId];
  if (stop === undefined) throw new Error(`no stop "${stopId}"`);
  const held = { ...session, aside: { kind: 'stop', stop: stopId } as const };
  const voice = voiceFor(content, held);
  const links = stop.lines.flatMap(voice.lines);
  const words = stop.say.map((id, index): Reply => ({ ...voice.say(id, 'crisis'), tier: 'emergency', ...(index === 0 && { links }) }));
  return {
    session: held,
    replies: withWayOn({ ...draft, session: held }, stop, words),
    outcome: { kind: 'crisis', tier: 'emergency', category: stop.category },
  };
}

/** The emergency menu: four stops to choose from. A stop that held before still holds behind it. */
export function emergencyMenu(draft: Draft, before: readonly Reply[], outcome: Step['outcome']): Step {
  const { aside } = draft.session;
  const held = aside?.kind === 'stop' ? aside.stop : null;
  const session = { ...draft.session, aside: { kind: 'emergency-menu', held } as const };
  const voice = voiceFor(draft.content, session);
  const links = voice.helpLines();
  const menu: Reply = { ...voice.say('emergency-menu', 'crisis'), links, choices: openChoices({ ...draft, session }) };
  return { session, replies: [...before, menu], outcome };
}
