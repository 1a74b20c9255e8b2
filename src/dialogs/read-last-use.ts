import { isPlainTime, readElapsed } from './read-elapsed';

/** Up to so many days ago counts as "used today". */
const usedToday = 0.5;
/** From so many days on it is "4 or more days ago", however the person feels. */
const longAgo = 4;
/** A longer message says more than a time. */
const mostWords = 8;

/** A time that is no time since the last use. */
const habit = /^(still|using|every|each|week|sigo|usando|cada)$/;

const sick =
  'sick\\w*|puk\\w*|vomit\\w*|throw\\w*|shak\\w*|sweat\\w*|dopesick|bad|terrible|awful|rough|mal|malilla|enferm\\w*|tembl\\w*|sud\\w*';
/** Words that say how a person feels, so that a time without the drug says all. Folded. */
const feeling = new RegExp(`^(${sick}|ill|fine|ok|okay|good|better|worse|hurt\\w*|withdraw\\w*|feel\\w*|bien|siento|regular)$`);
const yesOrSick = new RegExp(`^(${sick}|yes|yeah|yep|yea|ya|si|kinda)$`);

/**
 * What a time tells at the question on the last use: a choice, or that one of the two for the last three days is meant, which differ in how the
 * person feels alone ("2 days", dialog.md section 2). Null when the words tell no such time. Words are folded.
 */
export function readLastUse(words: readonly string[]): 'using' | 'four-plus' | 'sick-or-not' | null {
  const days = readElapsed(words);
  if (days === null) return null;
  const isHabit = words.some((word) => habit.test(word));
  if (!isHabit && days >= longAgo) return 'four-plus';
  if (!isHabit && days <= usedToday && isPlainTime(words)) return 'using';
  const isBetween = days > usedToday && days < longAgo;
  return isBetween && words.length <= mostWords && !words.some((word) => feeling.test(word)) ? 'sick-or-not' : null;
}

/** "Do you feel sick now?" answered in own words (folded); null where they do not tell. */
export function readSickness(words: readonly string[]): 'sick' | 'not-sick' | null {
  if (/^(no|nope|nah|not)$/.test(words[0] ?? '')) return 'not-sick';
  return words.some((word) => yesOrSick.test(word)) ? 'sick' : null;
}
