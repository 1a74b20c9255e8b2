import type { Draft } from './draft';
import type { Choice } from './reply';
import { voiceFor } from './voice';

/** The answers of a question as choices, in their order. */
export function questionChoices({ content, session }: Draft, id: string): Choice[] {
  const voice = voiceFor(content, session);
  return Object.entries(content.data.questions[id]?.choices ?? {}).map(
    ([choice, { label, say, exclusive }]): Choice => ({
      id: `${id}:${choice}`,
      label: voice.localized(label),
      say: voice.localized(say),
      ...(exclusive && { exclusive }),
    }),
  );
}
