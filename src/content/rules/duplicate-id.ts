import { addOnsOf, type Entry, entriesOf, listOf, topicsOf } from '../entries';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

const parts = ['questions', 'texts', 'reasons', 'stops', 'emergency-menu', 'signs', 'guards', 'commands', 'small-talk'] as const;

/** An id names one thing, in all files together; only an outcome may stand in two rows of its table. (The same key twice in one place is found while reading.) */
export const duplicateId: Rule = (files) => {
  const groups: readonly (readonly Entry<unknown>[])[] = [
    ...parts.map((part) => entriesOf(files, part)),
    listOf(files, 'setting-notes'),
    addOnsOf(files),
    topicsOf(files),
  ];
  return groups.flatMap((group) =>
    group.flatMap((entry, index) => {
      const before = group.slice(0, index).find(({ id }) => id === entry.id);
      if (before === undefined) return [];
      const { line } = before.file.locate(before.path);
      return [problemAt('duplicate-id', entry, [], `"${entry.id}" stands in ${before.file.name}:${line} too`, 'Rename one of the two.')];
    }),
  );
};
