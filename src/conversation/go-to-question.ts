import { askQuestion } from './ask-question';
import { type Draft, type Step, withSession } from './draft';

/** Opens a question and asks it. `back`: its answer is being changed, and the summary comes next again. */
export function goToQuestion(draft: Draft, question: string, back: boolean): Step {
  const there = withSession(draft, { place: { kind: 'question', question, back }, aside: null, misses: 0 });
  return { session: there.session, replies: [askQuestion(there, question)], outcome: { kind: 'command' } };
}
