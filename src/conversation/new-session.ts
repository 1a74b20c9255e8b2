import type { Language } from '../language/language';
import type { Session } from './session';

/** The session of somebody new. `content` is the hash of the content in use. */
export function newSession(content: string, language: Language): Session {
  return {
    version: 1,
    content,
    language,
    languageChosen: false,
    greeted: false,
    place: { kind: 'opening' },
    aside: null,
    answers: {},
    misses: 0,
    stops: [],
    optedOut: false,
    alert: 0,
  };
}
