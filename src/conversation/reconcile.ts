import type { Content } from '../content/content';
import { firstUnanswered } from '../dialogs/route';
import type { Session } from './session';

/**
 * Brings a session of other content (a new release, another replica in mid-upgrade) to this one: every answer whose question and choices
 * still exist is kept, and an open question that is gone gives way to the first one without an answer. Nobody is greeted anew.
 */
export function reconcile({ data }: Content, session: Session): Session {
  if (session.content === data.hash) return session;
  const answers = Object.fromEntries(
    Object.entries(session.answers).filter(([id, choices]) =>
      choices.every(
        (choice) => data.questions[id] !== undefined && (choice === 'skipped' || data.questions[id].choices[choice] !== undefined),
      ),
    ),
  );
  const { place, aside } = session;
  const isGone = place.kind === 'question' && data.questions[place.question] === undefined;
  const next = firstUnanswered(data.questions, answers);
  const keepsAside =
    aside === null || (aside.kind === 'stop' ? data.stops[aside.stop] !== undefined : aside.kind !== 'topics' && aside.kind !== 'more');
  return {
    ...session,
    content: data.hash,
    answers,
    place: isGone ? (next === null ? { kind: 'summary' } : { kind: 'question', question: next, back: false }) : place,
    aside: keepsAside ? aside : null,
  };
}
