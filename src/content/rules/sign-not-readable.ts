import { compilePhrase } from '../../safety/phrase-pattern';
import type { Path } from '../content-files';
import { entriesOf, type Place } from '../entries';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

type Lists = Readonly<Record<'en' | 'es', readonly string[]>>;

/** Every danger sign is written in the notation of dialogs/crisis-signs.yaml. */
export const signNotReadable: Rule = (files) => {
  const lists: { readonly place: Place; readonly under: Path; readonly list: Lists | undefined }[] = [
    ...entriesOf(files, 'signs').flatMap((place) => [
      { place, under: ['plain'], list: place.value.plain },
      { place, under: ['likely'], list: place.value.likely },
      { place, under: ['possible'], list: place.value.possible },
    ]),
    ...entriesOf(files, 'guards').map((place) => ({ place, under: [], list: place.value })),
    ...files.dialogs.map((file) => ({ place: { file, path: ['under-18'] }, under: [], list: file.value['under-18'] })),
  ];
  return lists.flatMap(({ place, under, list }) =>
    (['en', 'es'] as const).flatMap((language) =>
      (list?.[language] ?? []).flatMap((phrase, index) => {
        try {
          compilePhrase(phrase);
          return [];
        } catch (error) {
          const found = error instanceof Error ? error.message : String(error);
          return [
            problemAt('sign-not-readable', place, [...under, language, index], found, 'Small letters without accents or apostrophes.'),
          ];
        }
      }),
    ),
  );
};
