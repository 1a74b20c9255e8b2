import { type Place, topicsOf } from '../entries';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Every fact that an answer rests on is known (unknown-fact) and was seen on a page (unconfirmed-fact). */
export const facts: Rule = (files) => {
  const used: { readonly place: Place; readonly id: string }[] = [];
  const add = (file: Place['file'], path: Place['path'], ids: readonly string[]) => {
    ids.forEach((id, index) => {
      used.push({ place: { file, path: [...path, 'facts', index] }, id });
    });
  };
  for (const { file, path, value } of topicsOf(files))
    value.sources.forEach((source, index) => {
      add(file, [...path, 'sources', index], source.facts);
    });
  for (const [id, line] of Object.entries(files.crisisLines.value))
    line.sources.forEach((source, index) => {
      add(files.crisisLines, [id, 'sources', index], source.facts);
    });
  files.center.value.services.forEach((service, index) => {
    add(files.center, ['services', index], service.facts);
  });
  return used.flatMap(({ place, id }) => {
    const fact = files.facts.value[id];
    if (fact === undefined)
      return [problemAt('unknown-fact', place, [], `there is no fact "${id}"`, 'Name a fact of knowledge/facts.yaml, or add it there.')];
    if (fact.status !== 'UNCONFIRMED') return [];
    return [problemAt('unconfirmed-fact', place, [], `nobody has confirmed "${id}" (${fact.subject})`, 'Leave it out, or find its page.')];
  });
};
