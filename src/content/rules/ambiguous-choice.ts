import { boundCommands } from '../../dialogs/bound-commands';
import { readNumbers } from '../../dialogs/read-numbers';
import { type Language, languages } from '../../language/language';
import { words } from '../../language/words';
import type { ContentFiles, Path } from '../content-files';
import { type Entry, entriesOf, topicsOf } from '../entries';
import type { Problem } from '../problem';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

interface Said {
  readonly owner: string;
  readonly text: string;
  readonly entry: Entry<unknown>;
  readonly under: Path;
}

type Words = Readonly<Record<Language, string>>;
type Variants = Readonly<Record<Language, readonly string[]>>;

function said(owner: string, entry: Entry<unknown>, under: Path, shown: Readonly<Record<string, Words>>, also?: Variants): Said[] {
  return languages.flatMap((language) => [
    ...Object.entries(shown).map(([key, text]) => ({ owner, entry, under: [...under, key, language], text: text[language] })),
    ...(also?.[language] ?? []).map((text, index) => ({ owner, entry, under: [...under, 'also', language, index], text })),
  ]);
}

/** The same words for two owners. */
function clashes(all: readonly Said[]): Problem[] {
  const owners = new Map<string, string>();
  return all.flatMap(({ owner, text, entry, under }) => {
    const key = words(text).join(' ');
    const first = owners.get(key) ?? owner;
    owners.set(key, first);
    if (first === owner) return [];
    return [problemAt('ambiguous-choice', entry, under, `"${text}" means "${first}" as well`, 'Leave it at the one it fits best.')];
  });
}

function ofQuestions(files: ContentFiles): Problem[] {
  return entriesOf(files, 'questions').flatMap((entry) => {
    const choices = Object.entries(entry.value.choices);
    // Where several answers may be given, one word may stand for two of them ("seizures", dialog.md section 2).
    if (entry.value.several) return [];
    const all = choices.flatMap(([id, { label, say, also }]) => said(id, entry, ['choices', id], { label, say }, also));
    const numbered = all.flatMap(({ owner, text, under }) => {
      const [word, ...more] = words(text);
      const numbers = word !== undefined && more.length === 0 ? readNumbers([word]) : null;
      const own = choices.findIndex(([id]) => id === owner) + 1;
      if (numbers === null || numbers[0] === own) return [];
      return [problemAt('ambiguous-choice', entry, under, `"${text}" reads as the number ${numbers.join(' ')}`, 'Say it in other words.')];
    });
    return [...clashes(all), ...numbered];
  });
}

/** What a person types has one meaning: among the choices of a question, the commands, the small talk, and the buttons of topics. */
export const ambiguousChoice: Rule = (files) => [
  ...ofQuestions(files),
  ...clashes(
    entriesOf(files, 'commands')
      .filter(({ id }) => !boundCommands.has(id))
      .flatMap((entry) => said(entry.id, entry, [], { label: entry.value.label }, entry.value.also)),
  ),
  ...clashes(
    entriesOf(files, 'small-talk').flatMap((entry) =>
      languages.flatMap((language) =>
        entry.value[language].map((text, index) => ({ owner: entry.id, entry, under: [language, index], text })),
      ),
    ),
  ),
  ...clashes(topicsOf(files).flatMap((entry) => said(entry.id, entry, [], { label: entry.value.label, title: entry.value.title }))),
];
