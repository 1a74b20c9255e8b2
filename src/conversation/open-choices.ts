import { routeOf } from '../dialogs/route';
import type { Draft } from './draft';
import { questionChoices } from './question-choices';
import type { Choice } from './reply';
import { voiceFor } from './voice';

/** Commands that stand open at each place which is not a question, in their order: their numbers are what an SMS says. */
const placeCommands = {
  opening: ['start', 'ask', 'call', 'emergency'],
  topics: ['start', 'call', 'emergency'],
  summary: ['ask', 'change-answer', 'call', 'start-over', 'delete'],
  'under-18': ['emergency', 'ask'],
} as const;

/** The choices that stand open now: what was offered in between, else those of the place. A number means one of these. */
export function openChoices(draft: Draft): readonly Choice[] {
  const { content, session } = draft;
  const voice = voiceFor(content, session);
  const { aside } = session;
  switch (aside?.kind) {
    case 'stop': {
      const goOn = content.data.texts[content.data.stops[aside.stop]?.['go-on'] ?? ''];
      return [goOn === undefined ? voice.command('go-on') : { id: 'command:go-on', label: voice.localized(goOn) }];
    }
    case 'emergency-menu':
      return Object.values(content.data.emergencyMenu).map(({ label, stop }) => ({ id: `stop:${stop}`, label: voice.localized(label) }));
    case 'confirm-delete':
      return ['delete-yes', 'delete-no'].map(voice.command);
    case 'confirm-restart':
      return ['restart-yes', 'restart-no'].map(voice.command);
    case 'which-answer':
      return routeOf(content.data.questions, session.answers).questions.flatMap((id) => {
        const question = content.data.questions[id];
        return question === undefined || session.answers[id] === undefined
          ? []
          : [{ id: `change:${id}`, label: voice.localized(question.recap) }];
      });
    case 'feel-sick':
      return ['sick-yes', 'sick-no'].map(voice.command);
    case 'topics':
      return [
        ...aside.topics.map(voice.topic),
        ...(session.place.kind === 'question' ? [voice.command('none-of-these')] : placeChoices(draft)),
      ];
    default:
      return placeChoices(draft);
  }
}

/** The choices of the place itself. */
export function placeChoices(draft: Draft): readonly Choice[] {
  const { content, session } = draft;
  const { place } = session;
  if (place.kind === 'question') return questionChoices(draft, place.question);
  return placeCommands[place.kind].map(voiceFor(content, session).command);
}
