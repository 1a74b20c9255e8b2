import { routeOf } from '../dialogs/route';
import type { Draft } from './draft';
import { questionChoices } from './question-choices';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** "Skip to summary" is offered from this question of the route on (dialog.md section 1). */
const summaryFrom = 3;

/** The question as a reply: its wording, its choices, where it stands, and the commands that are near at hand. */
export function askQuestion(draft: Draft, id: string): Reply {
  const { content, session } = draft;
  const question = content.data.questions[id];
  if (question === undefined) throw new Error(`no question "${id}"`);
  const voice = voiceFor(content, session);
  const route = routeOf(content.data.questions, session.answers).questions;
  const step = route.indexOf(id) + 1;
  const commands = [
    ...(question.skippable ? ['skip'] : []),
    ...(step >= summaryFrom ? ['skip-to-summary'] : []),
    ...(step > 1 ? ['back'] : []),
    'ask',
    'call',
    'emergency',
  ];
  return {
    ...voice.text(`question:${id}`, question.ask),
    id: `question:${id}`,
    kind: 'question',
    question: id,
    choices: questionChoices(draft, id),
    ...(question.several && { several: true }),
    commands: commands.map(voice.command),
    // A question that is only asked of some people makes the whole longer for those alone; 9 is the most there are.
    progress: { step: Math.max(step, 1), of: Math.max(route.length, step) },
  };
}
