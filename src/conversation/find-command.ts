import type { ContentData } from '../content/content';
import { boundCommands } from '../dialogs/bound-commands';
import { words } from '../language/words';

interface Phrasebook {
  /** Whole folded phrase -> command id. */
  readonly commands: ReadonlyMap<string, string>;
  /** Whole folded phrase -> text id of the small talk that answers it. */
  readonly smallTalk: ReadonlyMap<string, string>;
  /** Command id -> its whole folded phrases. */
  readonly phrases: ReadonlyMap<string, ReadonlySet<string>>;
}

const books = new WeakMap<ContentData, Phrasebook>();

function bookOf(data: ContentData): Phrasebook {
  const known = books.get(data);
  if (known) return known;
  const key = (phrase: string) => words(phrase).join(' ');
  const phrases = new Map(
    Object.entries(data.commands).map(([id, { label, also }]) => [id, new Set([label.en, label.es, ...also.en, ...also.es].map(key))]),
  );
  const commands = new Map(
    [...phrases].filter(([id]) => !boundCommands.has(id)).flatMap(([id, set]) => [...set].map((phrase) => [phrase, id] as const)),
  );
  const smallTalk = new Map(
    Object.entries(data.smallTalk).flatMap(([id, { en, es }]) => [...en, ...es].map((phrase) => [key(phrase), id] as const)),
  );
  const book = { commands, smallTalk, phrases };
  books.set(data, book);
  return book;
}

/** The command that these folded words are, as a whole, or null. `offered` are command ids that stand open now. */
export function findCommand(data: ContentData, said: readonly string[], offered: readonly string[]): string | null {
  const phrase = said.join(' ');
  const book = bookOf(data);
  return offered.find((id) => book.phrases.get(id)?.has(phrase)) ?? book.commands.get(phrase) ?? null;
}

/** The text that answers these folded words as small talk, or null. */
export function findSmallTalk(data: ContentData, said: readonly string[]): string | null {
  return bookOf(data).smallTalk.get(said.join(' ')) ?? null;
}
