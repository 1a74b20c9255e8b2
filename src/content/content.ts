import type { AddOn, Command, Condition, Outcome, Question, SettingNote, Stop, Text } from '../dialogs/schema';
import type { CenterSettings } from '../knowledge/center-settings';
import type { CrisisLine, Topic } from '../knowledge/schema';
import type { Slots } from '../language/fill';
import type { Localized } from '../language/localized';
import type { Sentence } from '../language/sentence';
import type { SignPhrases, Signs } from '../safety/signs';
import type { Reader } from '../understanding/reader';
import type { Lexicon } from '../understanding/unglue';

/** A topic with the area (file) that it belongs to. */
type ContentTopic = Topic & { readonly area: string };

/** What the guide asks and knows: the checked files of `dialogs/` and `knowledge/` as one JSON document. */
export interface ContentData {
  /** SHA-256 of the content files, hexadecimal: names this version. */
  readonly hash: string;
  /** In the order in which they stand in the files; the first one opens the script. */
  readonly questions: Readonly<Record<string, Question>>;
  readonly texts: Readonly<Record<string, Text>>;
  readonly reasons: Readonly<Record<string, Text & { readonly when: Condition }>>;
  readonly outcomes: readonly Outcome[];
  readonly settingNotes: readonly SettingNote[];
  readonly addOns: { readonly limit: number; readonly list: readonly AddOn[] };
  readonly stops: Readonly<Record<string, Stop>>;
  readonly emergencyMenu: Readonly<Record<string, { readonly label: Localized<Sentence>; readonly stop: string }>>;
  readonly commands: Readonly<Record<string, Command>>;
  /** Text id -> whole phrases that it answers. */
  readonly smallTalk: Readonly<Record<string, { readonly en: readonly string[]; readonly es: readonly string[] }>>;
  /** Topics on the first menu, in order. */
  readonly menu: readonly string[];
  readonly topics: Readonly<Record<string, ContentTopic>>;
  readonly crisisLines: Readonly<Record<string, CrisisLine>>;
  /** Sentences that only the center can give; null until it has. */
  readonly centerTexts: Readonly<Record<string, { readonly en: Sentence | null; readonly es: Sentence | null }>>;
  /** What the center itself offers. */
  readonly services: readonly { readonly name: Localized<Sentence>; readonly claim: Localized<Sentence> }[];
  readonly signs: SignPhrases;
  /** The words of all phrases. */
  readonly lexicon: Lexicon;
}

/** Everything that `respond` needs beside the session. Made once, never changed. */
export interface Content {
  readonly data: ContentData;
  readonly center: CenterSettings;
  readonly reader: Reader;
  /** A reader without the model, for when the conversation itself has failed. */
  readonly wordReader: Reader;
  readonly signs: Signs;
  /** What fills the placeholders, by language; a placeholder without a value is missing here. */
  readonly slots: Localized<Slots>;
}
