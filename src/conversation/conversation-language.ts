import type { Language } from '../language/language';
import type { Reading } from '../understanding/reader';
import type { Session } from './session';

/** The language to answer in: the one that was asked for; else the one a person writes in, where their words tell; else as before. */
export function languageFor(session: Session, reading: Reading): Language {
  if (session.languageChosen || reading.language === null) return session.language;
  // One foreign word is no change of language: "hola" or "gracias" within an English conversation.
  return reading.words.length > 1 || !session.greeted ? reading.language : session.language;
}
