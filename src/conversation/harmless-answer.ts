import type { Reading } from '../understanding/reader';
import type { Draft } from './draft';
import { isAskedAside } from './session';

/** How sure the model is (0 to 1) that words answer the open question by a choice that is no danger; 0 where no question is open. */
export function harmlessAnswer({ content, session }: Draft, reading: Reading): number {
  if (session.place.kind !== 'question' || isAskedAside(session) || session.optedOut) return 0;
  const { question } = session.place;
  const best = reading.answer(question, reading.words)[0];
  const choice = content.data.questions[question]?.choices[best?.id ?? ''];
  return best === undefined || choice === undefined || choice.stop !== undefined ? 0 : best.score;
}
