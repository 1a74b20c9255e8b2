import type { DialogFile } from '../dialogs/schema';
import type { CenterFile, CrisisLine, FactsFile, TopicFile } from '../knowledge/schema';

/** The way to a value inside a YAML file: keys and positions. */
export type Path = readonly (string | number)[];

/** One content file as read, with the means to say where something stands in it. */
export interface ContentFile<T> {
  /** Path below the project's folder, with slashes. */
  readonly name: string;
  readonly value: T;
  /** Line and column (from 1) of the value at a path, or of the nearest thing around it that exists. */
  locate(path: Path): { readonly line: number; readonly column: number };
}

/** One text file of phrases: one phrase a line, `#` starts a comment line. */
export interface PhraseFile {
  readonly name: string;
  /** `en`, `es` or `other`. */
  readonly language: string;
  /** File name without ending: a topic id, `<question>.<choice>`, `danger.<category>` or `out-of-scope.<kind>`. */
  readonly subject: string;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

/** All content files of a project, parsed and of the right shape. */
export interface ContentFiles {
  /** SHA-256 over names and bytes of all YAML files, hexadecimal. */
  readonly hash: string;
  /** SHA-256 over names and bytes of all phrase files, hexadecimal. */
  readonly phrasesHash: string;
  readonly dialogs: readonly ContentFile<DialogFile>[];
  readonly topics: readonly ContentFile<TopicFile>[];
  readonly crisisLines: ContentFile<Readonly<Record<string, CrisisLine>>>;
  readonly center: ContentFile<CenterFile>;
  readonly facts: ContentFile<FactsFile>;
  readonly topicPhrases: readonly PhraseFile[];
  readonly dialogPhrases: readonly PhraseFile[];
}
