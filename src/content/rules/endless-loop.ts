import { entriesOf } from '../entries';
import { problemAt } from './problem-at';
import { references } from './references';
import type { Rule } from './rule';

/** No question may lead back to itself, by its own `next` or by that of an answer. */
export const endlessLoop: Rule = (files) => {
  const steps = references(files).filter(({ target }) => target === 'question');
  const leadsTo = (start: string): Set<string> => {
    const found = new Set<string>([start]);
    for (const id of found) for (const step of steps) if (step.from.id === id) found.add(step.id);
    return found;
  };
  const order = new Map(entriesOf(files, 'questions').map(({ id }, index) => [id, index]));
  return steps
    .filter(({ from, id }) => (order.get(id) ?? Infinity) <= (order.get(from.id) ?? 0) && leadsTo(id).has(from.id))
    .map(({ from, under, id }) =>
      problemAt('endless-loop', from, under, `"${from.id}" leads back to "${id}"`, 'Lead on to a later question or to { end: handoff }.'),
    );
};
