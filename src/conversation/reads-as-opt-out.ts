import type { Reading } from '../understanding/reader';
import { optOutWords, politeWords } from './carrier-words';
import type { Draft } from './draft';
import { harmlessAnswer } from './harmless-answer';

/** From these probabilities on it is sure, or may be, that somebody asks for no more texts. */
const surely = 0.9;
const maybe = 0.5;

/** Nothing but one of these, said politely or more than once: "stop please", "STOP STOP STOP". */
function isWordAlone(words: readonly string[]): boolean {
  const [word, ...more] = words.filter((one) => !politeWords.has(one));
  return word !== undefined && optOutWords.has(word) && more.every((one) => one === word);
}

/**
 * Whether a text message asks for no more texts: `word` by a carrier's word alone, `words` in plain words, `maybe` in words that could mean it.
 * Null when it does not, and on other channels. "I want to quit heroin" does not.
 */
export function readsAsOptOut(draft: Draft, reading: Reading): 'word' | 'words' | 'maybe' | null {
  if (draft.channel !== 'sms') return null;
  if (optOutWords.has(reading.words.join(' '))) return 'word';
  if (reading.sentences.some(isWordAlone)) return 'words';
  const [top] = reading.topics();
  if (top?.id !== 'out-of-scope.opt-out' || top.score < maybe) return null;
  // "Not interested" answers whether somebody wants to hear of meetings.
  if (harmlessAnswer(draft, reading) > maybe) return null;
  return top.score > surely ? 'words' : 'maybe';
}
