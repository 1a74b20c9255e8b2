import type { DialogFile, Phrases as LocalizedPhrases } from '../dialogs/schema';
import { noAnswer } from '../understanding/no-answer';
import type { Phrases } from '../understanding/train-model';
import type { ContentData } from './content';
import type { ContentFiles, PhraseFile } from './content-files';
import { lexiconOf } from './lexicon-of';

/** Joins one part of all dialog files, in the order of the files. */
function joined<K extends keyof DialogFile>(files: ContentFiles, part: K): NonNullable<DialogFile[K]>[] {
  return files.dialogs.map(({ value }) => value[part]).filter((value) => value !== undefined) as NonNullable<DialogFile[K]>[];
}

function both(phrases: LocalizedPhrases | undefined): string[] {
  return phrases ? [...phrases.en, ...phrases.es] : [];
}

/** Makes the one content document out of the files. Expects files without errors (`checkContent`). */
export function assembleContent(files: ContentFiles): ContentData {
  const merge = <T>(parts: readonly Record<string, T>[]): Record<string, T> => Object.assign({}, ...parts);
  const signs = merge(joined(files, 'signs'));
  const signsThatAre = (name: 'plain' | 'likely' | 'possible') =>
    Object.fromEntries(Object.entries(signs).map(([category, sign]) => [category, both(sign[name])]));
  return {
    hash: files.hash,
    questions: merge(joined(files, 'questions')),
    texts: merge(joined(files, 'texts')),
    reasons: merge(joined(files, 'reasons')),
    outcomes: joined(files, 'outcomes').flat(),
    settingNotes: joined(files, 'setting-notes').flat(),
    addOns: joined(files, 'add-ons')[0] ?? { limit: 0, list: [] },
    stops: merge(joined(files, 'stops')),
    emergencyMenu: merge(joined(files, 'emergency-menu')),
    commands: merge(joined(files, 'commands')),
    smallTalk: merge(joined(files, 'small-talk')),
    menu: joined(files, 'menu').flat(),
    topics: Object.fromEntries(
      files.topics.flatMap(({ name, value }) => {
        const area = name.replace(/^knowledge\/|\.yaml$/g, '');
        return Object.entries(value).map(([id, topic]) => [id, { ...topic, area }]);
      }),
    ),
    crisisLines: files.crisisLines.value,
    centerTexts: files.center.value.texts,
    services: files.center.value.services.map(({ name, claim }) => ({ name, claim })),
    signs: {
      plain: signsThatAre('plain'),
      likely: signsThatAre('likely'),
      possible: signsThatAre('possible'),
      guards: Object.fromEntries(Object.entries(merge(joined(files, 'guards'))).map(([id, phrases]) => [id, both(phrases)])),
      underAge: joined(files, 'under-18').flatMap(both),
    },
    lexicon: lexiconOf([...files.topicPhrases, ...files.dialogPhrases].flatMap(({ lines }) => lines.map(({ text }) => text))),
  };
}

function bySubject(files: readonly PhraseFile[], prefix: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { subject, lines } of files) {
    if (!subject.startsWith(prefix)) continue;
    const id = subject.slice(prefix.length);
    found[id] = [...(found[id] ?? []), ...lines.map(({ text }) => text)];
  }
  return found;
}

/** The phrases that the classifiers learn from, by what they stand for. Titles, labels and the variants beside the choices teach as well. */
export function assemblePhrases(files: ContentFiles): Phrases {
  const answers: Record<string, Record<string, string[]>> = {};
  const questions: ContentData['questions'] = Object.assign({}, ...joined(files, 'questions'));
  for (const [id, question] of Object.entries(questions)) {
    const typed = (choice: string) => bySubject(files.dialogPhrases, `${id}.${choice}`)[''] ?? [];
    const choices = Object.entries(question.choices).map(([choice, { label, say, also }]): [string, string[]] => [
      choice,
      [label.en, label.es, say.en, say.es, ...also.en, ...also.es, ...typed(choice)],
    ]);
    answers[id] = Object.fromEntries([...choices, [noAnswer, typed(noAnswer)]]);
  }
  const harmlessAnswers = Object.entries(answers).flatMap(([id, choices]) =>
    Object.entries(choices).flatMap(([choice, list]) => (questions[id]?.choices[choice]?.stop === undefined ? list : [])),
  );
  const written = bySubject(files.topicPhrases, '');
  return {
    topics: Object.fromEntries(
      files.topics.flatMap(({ value }) =>
        Object.entries(value).map(([id, { title, label }]) => [id, [title.en, title.es, label.en, label.es, ...(written[id] ?? [])]]),
      ),
    ),
    outOfScope: bySubject(files.dialogPhrases, 'out-of-scope.'),
    danger: bySubject(files.dialogPhrases, 'danger.'),
    answers,
    harmlessAnswers,
  };
}
