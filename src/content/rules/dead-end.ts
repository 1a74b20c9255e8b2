import { entriesOf, listOf, topicsOf } from '../entries';
import type { Problem } from '../problem';
import { spokenCommands } from '../spoken-commands';
import { spokenTexts } from '../spoken-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Where people could not go on: words that the guide needs by itself are missing, no outcome fits, or a topic leads only to itself. */
export const deadEnd: Rule = (files) => {
  const first = files.dialogs.find(({ name }) => name === 'dialogs/common.yaml') ?? files.dialogs[0];
  const problems: Problem[] = [];
  const missing = (what: 'text' | 'command', part: 'texts' | 'commands', needed: readonly string[]) => {
    const known = new Set(entriesOf(files, part).map(({ id }) => id));
    for (const id of needed)
      if (first && !known.has(id))
        problems.push(
          problemAt(
            'dead-end',
            { file: first, path: [part] },
            [],
            `the guide says the ${what} "${id}", which is missing`,
            'Write it here.',
          ),
        );
  };
  missing('text', 'texts', spokenTexts);
  missing('command', 'commands', spokenCommands);
  const outcomes = listOf(files, 'outcomes');
  const last = outcomes.at(-1);
  if (last && outcomes.every(({ value }) => value.when !== undefined))
    problems.push(
      problemAt('dead-end', last, [], 'every outcome has a "when", so there may be none', 'End with an outcome without "when".'),
    );
  for (const topic of topicsOf(files)) {
    const next = topic.value['next-step'];
    if ((next === undefined || next === topic.id) && topic.value['follow-up'].every((id) => id === topic.id))
      problems.push(
        problemAt('dead-end', topic, ['follow-up'], `"${topic.id}" leads only to itself`, 'Name other topics, or a next step.'),
      );
  }
  return problems;
};
