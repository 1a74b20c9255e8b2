import { languages } from '../../language/language';
import { categories } from '../../safety/danger';
import { noAnswer } from '../../understanding/no-answer';
import type { PhraseFile } from '../content-files';
import { entriesOf, topicsOf } from '../entries';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Fewer phrases than this teach too little. */
const fewest = { en: 10, es: 5 };

/** Every topic has phrases to be found by (topic-without-phrases), and every phrase file has something to teach (unknown-subject). */
export const phrases: Rule = (files) => {
  const topics = topicsOf(files);
  const known = new Set([
    ...entriesOf(files, 'questions').flatMap(({ id, value }) =>
      [...Object.keys(value.choices), noAnswer].map((choice) => `${id}.${choice}`),
    ),
    ...entriesOf(files, 'commands').map(({ id }) => `command.${id}`),
    ...[...categories, 'none'].map((category) => `danger.${category}`),
  ]);
  const lost = (file: PhraseFile, mend: string) => ({
    ...{ rule: 'unknown-subject', severity: 'error' as const, file: file.name, line: 1, column: 1 },
    found: `there is no "${file.subject}"`,
    mend,
  });
  return [
    ...topics.flatMap((topic) =>
      languages.flatMap((language) => {
        const file = files.topicPhrases.find((one) => one.language === language && one.subject === topic.id);
        const count = file?.lines.length ?? 0;
        if (count >= fewest[language]) return [];
        const found = `"${topic.id}" has ${count} phrases in knowledge/phrases/${language}`;
        return [problemAt('topic-without-phrases', topic, [], found, `Write at least ${fewest[language]} ways to ask for it.`)];
      }),
    ),
    ...files.topicPhrases
      .filter(({ subject }) => !topics.some(({ id }) => id === subject))
      .map((file) => lost(file, 'Name the file after a topic.')),
    ...files.dialogPhrases
      .filter(({ subject }) => !known.has(subject) && !subject.startsWith('out-of-scope.'))
      .map((file) => lost(file, 'Name it after a question.choice, danger.category or out-of-scope.kind.')),
  ];
};
