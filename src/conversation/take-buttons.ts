import { own } from '../language/own';
import type { Draft, Step } from './draft';
import { goToQuestion } from './go-to-question';
import { keepStop } from './keep-stop';
import { repair } from './repair';
import { showStop } from './show-stop';
import { showTopic } from './show-topic';
import { takeAnswer } from './take-answer';
import { takeCommand } from './take-command';

/** Splits a choice id, `<what>:<which>`. */
function partsOf(id: string): readonly [string, string] {
  const at = id.indexOf(':');
  return at < 0 ? ['', ''] : [id.slice(0, at), id.slice(at + 1)];
}

/** Takes the answer to a question from tapped choices; null when they are not (all) choices of one question, or contradict each other. */
function answerOf({ content }: Draft, ids: readonly string[]): { question: string; choices: readonly string[] } | null {
  const [question] = partsOf(ids[0] ?? '');
  const script = own(content.data.questions, question);
  if (script === undefined) return null;
  const choices = ids
    .map(partsOf)
    .filter(([one, choice]) => one === question && own(script.choices, choice) !== undefined)
    .map(([, choice]) => choice);
  if (
    choices.length !== ids.length ||
    (choices.length > 1 && (!script.several || choices.some((id) => own(script.choices, id)?.exclusive)))
  )
    return null;
  return { question, choices: Object.keys(script.choices).filter((id) => choices.includes(id)) };
}

/**
 * Takes tapped choices. A button carries what it means, so that an old one stays true: the answer to an earlier question changes that answer.
 * After a danger stop only its own button, the lines and the language go through.
 */
export function takeButtons(draft: Draft, ids: readonly string[]): Step {
  const { content, session } = draft;
  const [what, which] = partsOf(ids[0] ?? '');
  const held = what === 'stop' ? null : keepStop(draft, what === 'command' ? which : null);
  if (held !== null) return held;
  if (what === 'command' && own(content.data.commands, which) !== undefined) return takeCommand(draft, which);
  if (what === 'topic' && own(content.data.topics, which) !== undefined) return showTopic(draft, which, { kind: 'answer' });
  if (what === 'stop' && own(content.data.stops, which) !== undefined) return showStop(draft, which, null);
  if (session.place.kind === 'under-18') return repair(draft);
  if (what === 'change' && own(content.data.questions, which) !== undefined) {
    const back = session.place.kind === 'summary' || (session.place.kind === 'question' && session.place.back);
    return goToQuestion(draft, which, back);
  }
  const answer = answerOf(draft, ids);
  if (answer === null) return repair(draft, own(content.data.questions, what)?.several && ids.length > 1 ? 'repair-exclusive' : null);
  return takeAnswer(draft, answer.question, answer.choices);
}
