import type { Language } from '../language/language';

/**
 * Where a person is in the conversation, beside anything that is asked in between:
 * before the questions, at one question, reading topics without an open question, past the summary, or past the words for people under 18.
 */
type Place =
  | { readonly kind: 'opening' }
  /** `back`: an answer is being changed, and the summary comes next again. */
  | { readonly kind: 'question'; readonly question: string; readonly back: boolean }
  | { readonly kind: 'topics' }
  | { readonly kind: 'summary' }
  | { readonly kind: 'under-18' };

/**
 * Something that was offered in between and takes the next answer first. It never nests: a new one replaces it,
 * and when it is done the conversation goes on at the session's place.
 */
export type Aside =
  | { readonly kind: 'stop'; readonly stop: string }
  /** `held`: the stop that goes on holding behind the menu. */
  | { readonly kind: 'emergency-menu'; readonly held: string | null }
  | { readonly kind: 'confirm-delete' }
  | { readonly kind: 'confirm-restart' }
  | { readonly kind: 'which-answer' }
  /** A time without the drug was told, not how the person feels. */
  | { readonly kind: 'feel-sick' }
  | { readonly kind: 'topics'; readonly topics: readonly string[] }
  /** A long answer (a topic id) or the summary, of which a channel with short messages showed pages 0 to `page`. */
  | { readonly kind: 'more'; readonly of: string; readonly page: number };

/** All that the guide remembers of one conversation: ids and counts, never what a person wrote. Plain JSON. */
export interface Session {
  /** Shape of this record; a record of another version is not read. */
  readonly version: 1;
  /** Hash of the content that the ids belong to; see `reconcile`. */
  readonly content: string;
  readonly language: Language;
  /** The person asked for this language, so that it is not changed by what they type. */
  readonly languageChosen: boolean;
  /** The greeting was shown. */
  readonly greeted: boolean;
  readonly place: Place;
  readonly aside: Aside | null;
  /** Question id -> choice ids; `['skipped']` is a skip. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** Messages in a row that were not understood. */
  readonly misses: number;
  /** Danger stops that were shown, by id, each once, the latest last. */
  readonly stops: readonly string[];
  /** The person asked for no more text messages; only danger is answered then. */
  readonly optedOut: boolean;
  /** Turns in which the crisis lines still stay in sight after a danger stop. */
  readonly alert: number;
  /** On SMS: the last message looked as if a machine had sent it. */
  readonly machine?: true;
  /** On SMS: what was answered last, as ids, and how often in a row; see `muteLoop`. */
  readonly said?: { readonly ids: string; readonly times: number };
}

/** Whether something was offered in between that takes the next answer first; a long answer's next page does not. */
export function isAskedAside({ aside }: Session): boolean {
  return aside !== null && aside.kind !== 'more';
}
