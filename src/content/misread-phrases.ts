import { words } from '../language/words';
import { ranked } from '../understanding/classifier';
import { features } from '../understanding/features';
import type { Model } from '../understanding/reader';
import type { ContentFiles } from './content-files';
import type { Problem } from './problem';

const rule = 'misread-phrase';

/** Phrases of a topic that the model, although it learned from them, gives to another: as a rule they stand in the wrong file, or say too little. */
export function misreadPhrases(files: ContentFiles, model: Model): Problem[] {
  return files.topicPhrases.flatMap(({ name, subject, lines }) =>
    lines.flatMap(({ line, text }): Problem[] => {
      const best = ranked(model.topics, features(words(text)))[0];
      if (best === undefined || best.id === subject) return [];
      return [
        {
          ...{ rule, severity: 'warning', file: name, line, column: 1 },
          found: `"${text}" is taken for "${best.id}" (${best.score.toFixed(2)})`,
          mend: 'Move it there, say it more plainly, or take it out.',
        },
      ];
    }),
  );
}
