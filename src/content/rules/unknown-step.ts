import { entriesOf, topicsOf } from '../entries';
import { problemAt } from './problem-at';
import { references, type Target } from './references';
import type { Rule } from './rule';

/** Everything that an entry names has to exist: the next question, a stop, a text, a topic, a reason, a crisis line. */
export const unknownStep: Rule = (files) => {
  const ids = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id));
  const known: Readonly<Record<Target, ReadonlySet<string>>> = {
    question: ids(entriesOf(files, 'questions')),
    stop: ids(entriesOf(files, 'stops')),
    text: ids(entriesOf(files, 'texts')),
    reason: ids(entriesOf(files, 'reasons')),
    topic: ids(topicsOf(files)),
    'crisis line': new Set(Object.keys(files.crisisLines.value)),
  };
  return references(files)
    .filter(({ target, id }) => !known[target].has(id))
    .map(({ target, id, from, under }) =>
      problemAt('unknown-step', from, under, `there is no ${target} "${id}"`, `Name a ${target} that exists, or write this one.`),
    );
};
