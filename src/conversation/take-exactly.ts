import { matchExactly } from '../dialogs/match-choice';
import { isPlainTime } from '../dialogs/read-elapsed';
import { readNumbers } from '../dialogs/read-numbers';
import { words } from '../language/words';
import type { Reading } from '../understanding/reader';
import { answerInWords } from './answer-in-words';
import type { Draft, Step } from './draft';
import { openChoices } from './open-choices';
import { repair } from './repair';
import { isAskedAside } from './session';
import { takeAnswer } from './take-answer';
import { takeButtons } from './take-buttons';
import { takeCommand } from './take-command';

/** The number that the text message `language-offer` names. */
const otherLanguage = '9';

/** What exactly answers what stands open - a number, a label, a variant - is that answer, before any guess is made about it. */
export function takeExactly(draft: Draft, reading: Reading): Step | null {
  const { content, session } = draft;
  if (session.place.kind === 'question' && !isAskedAside(session)) {
    const { question } = session.place;
    if (/^(0|zero|cero)$/.test(reading.words.join(' '))) return takeCommand(draft, 'skip');
    const script = content.data.questions[question];
    const match = script ? matchExactly(script, reading.words) : { kind: 'none' as const };
    if (match.kind === 'choices') return takeAnswer(draft, question, match.choices, { language: reading.language, of: null });
    if (question === 'last-use' && isPlainTime(reading.words)) return answerInWords(draft, reading);
    if (match.kind === 'contradiction') return repair(draft, 'repair-exclusive');
    return null;
  }
  if (draft.channel === 'sms' && session.place.kind === 'opening' && reading.words.join(' ') === otherLanguage)
    return takeCommand(draft, session.language === 'en' ? 'language-es' : 'language-en');
  const open = openChoices(draft);
  const numbers = readNumbers(reading.words);
  const chosen = numbers?.length === 1 ? open[(numbers[0] as number) - 1] : undefined;
  if (chosen !== undefined) return takeButtons(draft, [chosen.id]);
  const said = reading.words.join(' ');
  const labelled = open.find(({ label, say }) => [label, say].some((shown) => shown !== undefined && words(shown).join(' ') === said));
  return labelled === undefined ? null : takeButtons(draft, [labelled.id]);
}
