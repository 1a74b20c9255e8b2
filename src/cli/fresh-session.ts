import type { Channel } from '../conversation/message';
import type { Session } from '../conversation/session';
import type { Language } from '../language/language';
import type { Guide } from './guide';

/** Whom a message comes from, as design/ask.md describes it. */
export interface Visitor {
  readonly channel: Channel;
  /** Given: the visitor chose this language, so that what they write does not change it. Absent: English until they write otherwise. */
  readonly language?: Language;
  /** The open question; who the guide is for was then answered with "me". Absent: the visitor has seen nothing but the greeting. */
  readonly question?: string;
}

/** The session of a fresh visitor after the greeting. `now` is epoch milliseconds. */
export function freshSession(guide: Guide, visitor: Visitor, now: number): Session {
  const { channel, language, question } = visitor;
  const opened = guide.respond(null, { kind: 'start', text: '', choices: [], channel, ...(language && { language }) }, now).session;
  const session: Session = { ...opened, greeted: true, ...(language && { language, languageChosen: true }) };
  if (question === undefined) return session;
  return {
    ...session,
    place: { kind: 'question', question, back: false },
    aside: null,
    answers: question === 'who' ? {} : { who: ['me'] },
  };
}
