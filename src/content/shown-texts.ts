import type { Question, Text } from '../dialogs/schema';
import { type Language, languages } from '../language/language';
import type { Localized } from '../language/localized';
import type { ContentFiles, Path } from './content-files';
import { addOnsOf, type Entry, entriesOf, listOf, type Place, topicsOf } from './entries';

/**
 * What a text is: `dialog` whole messages of the script and of danger; `line` one line of an outcome; `answer` of a topic;
 * `title` of a topic; `label` of a button; `part` of something longer (wordings of choices, reasons, names).
 */
type TextKind = 'dialog' | 'line' | 'answer' | 'title' | 'label' | 'part';

/** One text of the content files that people may see, in one language. */
export interface ShownText extends Place {
  readonly kind: TextKind;
  readonly language: Language;
  readonly text: string;
}

function both(kind: TextKind, { file, path }: Place, under: Path, words: Localized<string>): ShownText[] {
  return languages.map((language) => ({ kind, file, path: [...path, ...under, language], language, text: words[language] }));
}

function withThem(kind: TextKind, place: Place, under: Path, words: Text): ShownText[] {
  return [...both(kind, place, under, words), ...(words.them ? both(kind, place, [...under, 'them'], words.them) : [])];
}

function ofQuestion(entry: Entry<Question>): ShownText[] {
  const { ask, recap, choices } = entry.value;
  return [
    ...withThem('dialog', entry, ['ask'], ask),
    ...both('label', entry, ['recap'], recap),
    ...Object.entries(choices).flatMap(([id, { say, label }]) => [
      ...both('part', entry, ['choices', id, 'say'], say),
      ...both('label', entry, ['choices', id, 'label'], label),
    ]),
  ];
}

function ofKnowledge(files: ContentFiles): ShownText[] {
  const line = { file: files.crisisLines, path: [] };
  const center = { file: files.center, path: [] };
  return [
    ...topicsOf(files).flatMap((topic) => [
      ...both('title', topic, ['title'], topic.value.title),
      ...both('label', topic, ['label'], topic.value.label),
      ...both('answer', topic, ['answer'], topic.value.answer),
      ...(topic.value.unknown ? both('answer', topic, ['unknown'], topic.value.unknown) : []),
    ]),
    ...Object.entries(files.crisisLines.value).flatMap(([id, { name, hours, note }]) => [
      ...both('part', line, [id, 'name'], name),
      ...(hours ? both('part', line, [id, 'hours'], hours) : []),
      ...(note ? both('part', line, [id, 'note'], note) : []),
    ]),
    ...files.center.value.services.flatMap(({ name, claim }, index) => [
      ...both('part', center, ['services', index, 'name'], name),
      ...both('part', center, ['services', index, 'claim'], claim),
    ]),
    ...Object.entries(files.center.value.texts).flatMap(([id, { en, es }]) =>
      en === null || es === null ? [] : both('part', center, ['texts', id], { en, es }),
    ),
  ];
}

/** Every text that people may see, with its place. Variants, phrases and signs are what people type: they are not in here. */
export function shownTexts(files: ContentFiles): ShownText[] {
  return [
    ...entriesOf(files, 'questions').flatMap(ofQuestion),
    ...entriesOf(files, 'texts').flatMap((text) => withThem('dialog', text, [], text.value)),
    ...entriesOf(files, 'reasons').flatMap((reason) => withThem('part', reason, [], reason.value)),
    ...listOf(files, 'outcomes').flatMap((outcome) => [
      ...withThem('line', outcome, ['title'], outcome.value.title),
      ...outcome.value.lines.flatMap((line, index) => withThem('line', outcome, ['lines', index], line)),
    ]),
    ...[...listOf(files, 'setting-notes'), ...addOnsOf(files)].flatMap((note) => withThem('dialog', note, [], note.value)),
    ...entriesOf(files, 'emergency-menu').flatMap((item) => both('label', item, ['label'], item.value.label)),
    ...entriesOf(files, 'commands').flatMap((command) => both('label', command, ['label'], command.value.label)),
    ...ofKnowledge(files),
  ];
}
