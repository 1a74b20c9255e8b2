import { isPlainTime, readElapsed } from './read-elapsed';

/** Up to so many days ago counts as "used today". */
const usedToday = 0.5;
/** From so many days on it is "4 or more days ago", however the person feels. */
const longAgo = 4;
/** A longer message says more than a time. */
const mostWords = 8;

/** "Still using after 2 days"; "10 days and still cant sleep" is another matter. */
const goingOn = /^(still|sigo)$/;
/** A time that is no time since the last use. */
const habit = /^(using|every|each|week|usando|cada|slipped|relapsed|recai|cai|appointment|cita|tomorrow|open|atienden|abren)$/;

const sick =
  'sick\\w*|puk\\w*|vomit\\w*|throw\\w*|shak\\w*|sweat\\w*|dopesick|bad|terrible|awful|rough|mal|malilla|enferm\\w*|tembl\\w*|sud\\w*';
/** Words that say how a person feels, so that a time without the drug says all. Folded. */
const feeling = new RegExp(`^(${sick}|ill|fine|ok|okay|good|better|worse|hurt\\w*|withdraw\\w*|feel\\w*|bien|siento|regular)$`);
const yesOrSick = new RegExp(`^(${sick}|yes|yeah|yep|yea|ya|si|kinda)$`);

/** Whether folded words say how the person feels, so that a time without the drug says all. */
function tellsFeeling(words: readonly string[]): boolean {
  return words.length > mostWords || words.some((word) => feeling.test(word));
}

/** What a time without the drug tells at the question on the last use. */
export interface LastUse {
  /** The choices that it leaves open: one, or the two for the last three days, which differ in how the person feels alone (dialog.md section 2). */
  readonly choices: readonly ['using'] | readonly ['four-plus'] | readonly ['sick', 'not-sick'];
  /** Whether the words also say how the person feels. */
  readonly tellsFeeling: boolean;
}

/** Reads the time since the last use from folded words; null when they tell none. `today` is the weekday of now (0 is Sunday). */
export function readLastUse(words: readonly string[], today: number): LastUse | null {
  const days = readElapsed(words, today);
  if (days === null || words.some((word) => habit.test(word))) return null;
  if (days < longAgo && words.some((word) => goingOn.test(word))) return null;
  if (days >= longAgo) return { choices: ['four-plus'], tellsFeeling: tellsFeeling(words) };
  if (days > usedToday) return { choices: ['sick', 'not-sick'], tellsFeeling: tellsFeeling(words) };
  return isPlainTime(words) || words.includes('ago') || words.includes('hace') ? { choices: ['using'], tellsFeeling: false } : null;
}

/** "Do you feel sick now?" answered in own words (folded); null where they do not tell. */
export function readSickness(words: readonly string[]): 'sick' | 'not-sick' | null {
  if (/^(no|nope|nah|not)$/.test(words[0] ?? '')) return 'not-sick';
  return words.some((word) => yesOrSick.test(word)) ? 'sick' : null;
}
