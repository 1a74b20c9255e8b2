import { words } from '../../language/words';
import type { PhraseFile } from '../content-files';
import { entriesOf } from '../entries';
import type { Problem } from '../problem';
import type { Rule } from './rule';

/** The same phrase in two files that one classifier tells apart teaches it nothing. */
export const duplicatePhrase: Rule = (files) => {
  const several = new Set(entriesOf(files, 'questions').flatMap(({ id, value }) => (value.several ? [id] : [])));
  /** What a file's classifier tells apart, or null where one phrase may mean two things. */
  const told = ({ name, subject }: PhraseFile): string | null => {
    if (name.startsWith('knowledge/') || subject.startsWith('out-of-scope.')) return 'topics';
    const question = subject.split('.')[0] ?? '';
    return several.has(question) ? null : question;
  };
  const first = new Map<string, PhraseFile>();
  const problems: Problem[] = [];
  for (const file of [...files.topicPhrases, ...files.dialogPhrases]) {
    const classifier = told(file);
    if (classifier === null) continue;
    for (const { line, text } of file.lines) {
      const key = `${classifier} ${words(text).join(' ')}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, file);
      else if (other.subject !== file.subject)
        problems.push({
          ...{ rule: 'duplicate-phrase', severity: 'error', file: file.name, line, column: 1 },
          found: `"${text}" also stands in ${other.name}`,
          mend: 'Keep it where it fits better.',
        });
    }
  }
  return problems;
};
