import { sentences } from '../../language/sentences';
import { screen } from '../../safety/screen';
import { compileSigns } from '../../safety/signs';
import { assembleContent } from '../assemble-content';
import { entriesOf } from '../entries';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/**
 * A variant is taken as the answer before danger is looked for, so none may be words that are an emergency by themselves, unless the answer
 * is a danger stop. Needs readable signs: `sign-not-readable` speaks first.
 */
export const dangerAsAnswer: Rule = (files) => {
  let signs: ReturnType<typeof compileSigns>;
  try {
    signs = compileSigns(assembleContent(files).signs);
  } catch {
    return [];
  }
  const isEmergency = (text: string) =>
    screen({ sentences: sentences(text), danger: () => null, topics: () => [] }, signs)?.tier === 'emergency';
  return entriesOf(files, 'questions').flatMap((entry) =>
    Object.entries(entry.value.choices)
      .filter(([, choice]) => choice.stop === undefined)
      .flatMap(([id, { also }]) =>
        (['en', 'es'] as const).flatMap((language) =>
          also[language].flatMap((text, index) =>
            isEmergency(text)
              ? [
                  problemAt(
                    'danger-as-answer',
                    entry,
                    ['choices', id, 'also', language, index],
                    `"${text}" is an emergency`,
                    'Leave it out.',
                  ),
                ]
              : [],
          ),
        ),
      ),
  );
};
