import { matchExactly } from '../dialogs/match-choice';
import { screen } from '../safety/screen';
import type { Reading } from '../understanding/reader';
import type { Draft, Step } from './draft';
import { showStop } from './show-stop';
import { softLine } from './soft-line';
import { takeEmergency } from './take-text';

/** The choices of all questions that words are exactly, by label, wording, variant or number. */
function exactChoices({ content }: Draft, { words }: Reading) {
  return Object.values(content.data.questions).flatMap((question) => {
    const match = matchExactly(question, words);
    return match.kind === 'choices' ? match.choices.map((id) => question.choices[id]) : [];
  });
}

/**
 * Takes words that a person changed after they had been sent. What they were is answered already, so only danger is answered: an emergency like in
 * any words, what may be one with the soft line. Null where neither is told: then nothing is said, and no question is answered twice.
 */
export function takeEdit(draft: Draft, reading: Reading): Step | null {
  const choices = exactChoices(draft, reading);
  const stop = choices[0]?.stop;
  if (stop !== undefined && choices.every((choice) => choice?.stop === stop)) {
    return showStop(draft, stop, null, { language: reading.language, of: null });
  }
  // The question that is open was asked after these words: they may not pass for its harmless answer.
  const danger = screen(reading, draft.content.signs);
  if (danger?.tier === 'emergency') return takeEmergency(draft, reading, danger);
  // Answers such as "me" look like anything to the model.
  const soft = choices.length > 0 ? null : softLine(draft, reading, danger);
  if (soft === null) return null;
  return { session: draft.session, replies: [soft], outcome: { kind: 'edit', tier: 'check', category: danger?.category ?? 'medical' } };
}
