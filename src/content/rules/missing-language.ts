import { languages } from '../../language/language';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** The center's own sentences are given in both languages or in none. (All other texts are checked while reading.) */
export const missingLanguage: Rule = (files) =>
  Object.entries(files.center.value.texts).flatMap(([id, text]) => {
    const missing = languages.filter((language) => text[language] === null);
    return missing.length === 1
      ? missing.map((language) =>
          problemAt(
            'missing-language',
            { file: files.center, path: ['texts', id] },
            [language],
            `"${id}" has no words in "${language}"`,
            'Write them, or leave both empty.',
          ),
        )
      : [];
  });
