import type { Content } from '../content/content';
import { own } from '../language/own';
import type { Reply } from './reply';
import type { Session } from './session';
import { voiceFor } from './voice';

/** A question with what was chosen as bullets, to stand in the place of its buttons; null where the ids are not choices of one question. */
export function answeredQuestion(content: Content, session: Session, ids: readonly string[]): Reply | null {
  const id = ids[0]?.split(':')[0] ?? '';
  const question = own(content.data.questions, id);
  if (question === undefined) return null;
  const voice = voiceFor(content, session);
  const chosen = ids.map((one) => own(question.choices, one.slice(id.length + 1)));
  if (ids.some((one) => !one.startsWith(`${id}:`)) || chosen.includes(undefined)) return null;
  return {
    ...voice.text(`question:${id}`, question.ask),
    kind: 'note',
    bullets: chosen.flatMap((choice) => (choice === undefined ? [] : [voice.localized(choice.say)])),
  };
}
