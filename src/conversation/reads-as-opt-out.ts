import type { Reading } from '../understanding/reader';
import { asksForMore, optOutWords, politeWords, speaksOfTexts } from './carrier-words';
import type { Draft } from './draft';
import { harmlessAnswer } from './harmless-answer';

/** From these probabilities on it is sure, or may be, that somebody asks for no more texts. */
const surely = 0.7;
const maybe = 0.9;

/** Nothing but one of these, said politely or more than once: "stop please", "STOP STOP STOP". */
function isWordAlone(words: readonly string[]): boolean {
  const [word, ...more] = words.filter((one) => !politeWords.has(one));
  return word !== undefined && optOutWords.has(word) && more.every((one) => one === word);
}

/**
 * Whether a text message asks for no more texts: `word` by a carrier's word alone, `words` in plain words that speak of texts, `maybe` in others
 * that could mean it. Null when it does not, and on other channels. A cry for help says "make it stop" as well, and after an opt-out the guide is
 * silent: so the sure cases are narrow, and the others only hear which word to say.
 */
export function readsAsOptOut(draft: Draft, reading: Reading): 'word' | 'words' | 'maybe' | null {
  if (draft.channel !== 'sms') return null;
  if (optOutWords.has(reading.words.join(' '))) return 'word';
  if (isWordAlone(reading.words)) return 'words';
  const [top] = reading.topics();
  if (top?.id !== 'out-of-scope.opt-out' || asksForMore(reading.words)) return null;
  if (top.score > surely && speaksOfTexts(reading.words)) return 'words';
  // "Not interested" answers whether somebody wants to hear of meetings.
  return top.score > maybe && harmlessAnswer(draft, reading) < 0.5 ? 'maybe' : null;
}
