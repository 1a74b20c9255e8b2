import { saysAny } from '../safety/text-message-signs';
import type { Reading } from '../understanding/reader';
import { optOutWords, politeWords } from './carrier-words';
import type { Draft } from './draft';

/** Nothing but one of these, said politely or more than once: "stop please", "STOP STOP STOP". */
function isWordAlone(words: readonly string[]): boolean {
  const [word, ...more] = words.filter((one) => !politeWords.has(one));
  return word !== undefined && optOutWords.has(word) && more.every((one) => one === word);
}

/**
 * Whether a text message asks for no more texts: `word` by a carrier's word alone, `words` in plain words. Null when it does not, and on other
 * channels. "I want to quit heroin" does not.
 */
export function readsAsOptOut({ channel, content }: Draft, { words, sentences }: Reading): 'word' | 'words' | null {
  if (channel !== 'sms') return null;
  if (optOutWords.has(words.join(' '))) return 'word';
  const { optOut, notOptOut } = content.textMessages;
  const isAsked = sentences.some(isWordAlone) || saysAny(optOut, sentences);
  return isAsked && !saysAny(notOptOut, sentences) ? 'words' : null;
}
