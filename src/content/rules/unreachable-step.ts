import type { ContentFiles } from '../content-files';
import { type Entry, entriesOf, listOf, menuOf, topicsOf } from '../entries';
import { spokenTexts, teamsTexts, widgetTexts } from '../spoken-texts';
import { problemAt } from './problem-at';
import { references } from './references';
import type { Rule } from './rule';

/** All ids that can be walked to from the given ones. */
function reached(starts: readonly string[], steps: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set(starts);
  for (const id of found) for (const next of steps.get(id) ?? []) found.add(next);
  return found;
}

/** Where one entry of a kind leads to others of the same kind. */
function stepsOf(files: ContentFiles, target: 'question' | 'topic', part: (from: Entry<unknown>) => boolean): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  for (const one of references(files))
    if (one.target === target && part(one.from)) steps.set(one.from.id, [...(steps.get(one.from.id) ?? []), one.id]);
  return steps;
}

/** Everything in the files is said or asked somewhere: questions, texts, stops, reasons, outcomes, and topics by follow-ups from the menu. */
export const unreachableStep: Rule = (files) => {
  const questions = entriesOf(files, 'questions');
  const named = new Set(references(files).map(({ target, id }) => `${target} ${id}`));
  const asked = reached(
    questions.slice(0, 1).map(({ id }) => id),
    stepsOf(files, 'question', () => true),
  );
  const read = reached(
    menuOf(files).map(({ id }) => id),
    stepsOf(files, 'topic', ({ path }) => path[0] !== 'menu'),
  );
  const widget = [...widgetTexts, 'without'].map((name) => `widget-${name}`);
  const said = new Set([...spokenTexts, ...widget, ...Object.keys(teamsTexts).map((name) => `teams-${name}`)]);
  const outcomes = listOf(files, 'outcomes');
  const last = outcomes.findIndex(({ value }) => value.when === undefined);
  const lost = (what: string, entries: readonly Entry<unknown>[], isReached: (id: string) => boolean, mend: string) =>
    entries
      .filter(({ id }) => !isReached(id))
      .map((entry) => {
        // Words that wait for their place do no harm; a question or topic that nobody reaches does.
        const severity = what === 'text' || what === 'reason' ? 'warning' : 'error';
        return problemAt('unreachable-step', entry, [], `nothing leads to the ${what} "${entry.id}"`, mend, severity);
      });
  return [
    ...lost('question', questions, (id) => asked.has(id), 'Name it as the "next" of a question, or remove it.'),
    ...lost('text', entriesOf(files, 'texts'), (id) => said.has(id) || named.has(`text ${id}`), 'Name it in a stop, note or small talk.'),
    ...lost('stop', entriesOf(files, 'stops'), (id) => isStopReached(files, named, id), 'Name it at an answer or in the emergency menu.'),
    ...lost('reason', entriesOf(files, 'reasons'), (id) => named.has(`reason ${id}`), 'Name it in the "reasons" of an outcome or note.'),
    ...lost('topic', topicsOf(files), (id) => read.has(id), 'Name it in the menu or in the follow-ups of a topic.'),
    ...lost('outcome', last < 0 ? [] : outcomes.slice(last + 1), () => false, 'An outcome without "when" always fits: put it last.'),
  ];
};

/** The first stop of each category answers danger in typed words, without being named. */
function isStopReached(files: ContentFiles, named: ReadonlySet<string>, id: string): boolean {
  const stops = entriesOf(files, 'stops');
  const category = stops.find((stop) => stop.id === id)?.value.category;
  return named.has(`stop ${id}`) || stops.find((stop) => stop.value.category === category)?.id === id;
}
