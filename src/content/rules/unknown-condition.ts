import type { Clause, Condition } from '../../dialogs/schema';
import type { ContentFiles, Path } from '../content-files';
import { addOnsOf, entriesOf, listOf, type Place } from '../entries';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

interface Use {
  readonly place: Place;
  readonly under: Path;
  readonly when: Condition | undefined;
}

function conditionsOf(files: ContentFiles): Use[] {
  const notes = [...listOf(files, 'setting-notes'), ...addOnsOf(files)];
  return [
    ...entriesOf(files, 'questions').flatMap((place) => [
      { place, under: ['when'], when: place.value.when },
      ...place.value.notes.map(({ when }, index) => ({ place, under: ['notes', index, 'when'], when })),
    ]),
    ...entriesOf(files, 'reasons').map((place) => ({ place, under: ['when'], when: place.value.when })),
    ...listOf(files, 'outcomes').flatMap((place) => [
      { place, under: ['when'], when: place.value.when },
      ...place.value.lines.map(({ when }, index) => ({ place, under: ['lines', index, 'when'], when })),
    ]),
    ...notes.map((place) => ({ place, under: ['when'], when: place.value.when })),
    ...addOnsOf(files).map((place) => ({ place, under: ['keep'], when: place.value.keep })),
  ];
}

/** Every fact in a condition with the way to it. */
function factsOf(when: Condition | undefined): { readonly fact: string; readonly under: Path }[] {
  const ofClause = (clause: Clause, under: Path) =>
    (['any', 'all', 'none'] as const).flatMap((key) => (clause[key] ?? []).map((fact, index) => ({ fact, under: [...under, key, index] })));
  if (when === undefined) return [];
  return Array.isArray(when) ? when.flatMap((clause, index) => ofClause(clause, [index])) : ofClause(when, []);
}

/** A condition names answers, skips, outcomes and stops that exist; a misspelt one would never hold. */
export const unknownCondition: Rule = (files) => {
  const known = new Set([
    ...entriesOf(files, 'questions').flatMap(({ id, value }) =>
      [...Object.keys(value.choices), 'skipped'].map((choice) => `${id}.${choice}`),
    ),
    ...listOf(files, 'outcomes').map(({ id }) => `outcome.${id}`),
    ...entriesOf(files, 'stops').map(({ id }) => `after.${id}`),
  ]);
  return conditionsOf(files).flatMap(({ place, under, when }) =>
    factsOf(when)
      .filter(({ fact }) => !known.has(fact))
      .map((one) =>
        problemAt(
          'unknown-condition',
          place,
          [...under, ...one.under],
          `nothing gives "${one.fact}"`,
          'Write it as question.choice, both existing.',
        ),
      ),
  );
};
