import { holds } from '../dialogs/condition';
import { firstUnanswered, routeOf } from '../dialogs/route';
import type { Danger } from '../safety/danger';
import { askQuestion } from './ask-question';
import { type Draft, type Step, withSession } from './draft';
import type { Reply } from './reply';
import { type Spoken, showStop } from './show-stop';
import { showSummary } from './show-summary';
import { showTopicMenu } from './show-topic-menu';
import { stopForMinor } from './stop-for-minor';
import { voiceFor } from './voice';

/**
 * Remembers the answer to a question and goes on: the words that this answer brings at once, then the stop that it is, the next question, or
 * the summary. `choices` is `['skipped']` for a skip; `spoken` is how typed words told it; `danger` is what was found in them, where that is the answer.
 */
export function takeAnswer(
  draft: Draft,
  id: string,
  choices: readonly string[],
  spoken: Spoken = { language: null, of: null },
  danger: Danger | null = null,
): Step {
  const { content, session } = draft;
  const { questions } = content.data;
  const question = questions[id];
  if (question === undefined) throw new Error(`no question "${id}"`);
  const isSkip = choices[0] === 'skipped';
  const outcome = isSkip
    ? ({ kind: 'skip' } as const)
    : ({ kind: danger === null ? 'choice' : 'crisis', choice: question.several ? choices : (choices[0] ?? null) } as const);
  const taken = choices.flatMap((choice) => question.choices[choice] ?? []);
  if (taken.some(({ end }) => end === 'under-18')) return stopForMinor(draft, outcome);

  const answers = { ...session.answers, [id]: choices };
  const before = routeOf(questions, session.answers);
  const after = routeOf(questions, answers);
  const isChange = session.place.kind === 'question' && session.place.back;
  // A changed answer leads back to the summary, past what was left open before; only what it newly brings up is asked.
  const next = isChange
    ? (after.questions.find((one) => answers[one] === undefined && !before.questions.includes(one)) ?? null)
    : firstUnanswered(questions, answers);
  const place = next === null ? ({ kind: 'summary' } as const) : ({ kind: 'question', question: next, back: isChange } as const);
  const changed = withSession(draft, { answers, place, aside: null, misses: 0 });
  const voice = voiceFor(content, changed.session);
  const notes: Reply[] = question.notes
    .filter(({ when }) => holds(when, after.facts) && !holds(when, before.facts))
    .map(({ say, lines }) => ({ ...voice.say(say, 'note'), ...(lines.length > 0 && { links: lines.flatMap(voice.lines) }) }));

  const stop = taken.find((choice) => choice.stop !== undefined)?.stop;
  if (stop !== undefined) return showStop(changed, stop, danger, spoken, outcome);
  if (taken.some(({ end }) => end === 'topics')) return showTopicMenu(withSession(changed, { place: { kind: 'topics' } }), outcome);
  if (next === null) return showSummary(changed, notes, outcome);
  return { session: changed.session, replies: [...notes, askQuestion(changed, next)], outcome };
}
