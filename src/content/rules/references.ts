import type { ContentFiles, Path } from '../content-files';
import { addOnsOf, type Entry, entriesOf, listOf, menuOf, topicsOf } from '../entries';

/** What can be named by its id. */
export type Target = 'question' | 'stop' | 'text' | 'reason' | 'topic' | 'crisis line';

/** One place where an entry names another one. */
export interface Reference {
  readonly target: Target;
  readonly id: string;
  readonly from: Entry<unknown>;
  readonly under: Path;
}

/** Next steps of a topic that are no topic. */
const steps = new Set(['call', 'questions', 'emergency']);

/** Every place in the content where an entry names another one. */
export function references(files: ContentFiles): Reference[] {
  const found: Reference[] = [];
  const name = (target: Target, id: string | undefined, from: Entry<unknown>, ...under: Path) => {
    if (id !== undefined) found.push({ target, id, from, under });
  };
  for (const question of entriesOf(files, 'questions')) {
    const { next, choices, notes } = question.value;
    if (typeof next === 'string') name('question', next, question, 'next');
    for (const [id, choice] of Object.entries(choices)) {
      name('stop', choice.stop, question, 'choices', id, 'stop');
    }
    notes.forEach(({ say }, index) => {
      name('text', say, question, 'notes', index, 'say');
    });
  }
  for (const stop of entriesOf(files, 'stops')) {
    const { say, lines, beside } = stop.value;
    say.forEach((id, index) => {
      name('text', id, stop, 'say', index);
    });
    lines.forEach((id, index) => {
      name('crisis line', id, stop, 'lines', index);
    });
    for (const key of ['go-on', 'go-on-sms'] as const) name('text', stop.value[key], stop, key);
    name('text', beside, stop, 'beside');
  }
  for (const item of entriesOf(files, 'emergency-menu')) name('stop', item.value.stop, item, 'stop');
  for (const talk of entriesOf(files, 'small-talk')) name('text', talk.id, talk);
  for (const item of menuOf(files)) name('topic', item.id, item);
  for (const list of [listOf(files, 'outcomes'), listOf(files, 'setting-notes'), addOnsOf(files)])
    for (const one of list)
      one.value.reasons.forEach((id, index) => {
        name('reason', id, one, 'reasons', index);
      });
  for (const topic of topicsOf(files)) {
    topic.value['follow-up'].forEach((id, index) => {
      name('topic', id, topic, 'follow-up', index);
    });
    const next = topic.value['next-step'];
    if (next !== undefined && !steps.has(next)) name('topic', next, topic, 'next-step');
  }
  return found;
}
