import type { Sentence } from '../language/sentence';

/** An answer that a person can tap, or name by its number, its label or its words. */
export interface Choice {
  /** `<question>:<choice>`, `topic:<topic>` or `command:<command>`: what a button sends back, so that an old button stays true. */
  readonly id: string;
  /** The button, at most 20 characters: longer ones turn all buttons into a text list in Bot Framework clients. */
  readonly label: Sentence;
  /** The full wording, where it says more than the label. */
  readonly say?: Sentence;
  /** In a question with several answers: excludes the others. */
  readonly exclusive?: boolean;
}

/** A number or a page to reach people at. `href` is tel:, sms: or https:. */
export interface Link {
  readonly label: Sentence;
  readonly href: string;
}

/** Where an answer comes from. */
export interface Source {
  readonly organization: string;
  readonly page: string;
  /** https address; absent for the center's own article. */
  readonly address?: string;
  /** The day on which the center's staff approved the answer, YYYY-MM-DD; absent while nobody has. */
  readonly reviewed?: string;
}

/** What kind of reply this is; renderers choose its look by it. */
export type ReplyKind = 'greeting' | 'question' | 'note' | 'crisis' | 'answer' | 'suggest' | 'summary' | 'handoff' | 'repair' | 'command';

/** One message of the guide, free of any channel's format. Every word in it comes from content. */
export interface Reply {
  /** Id of the content entry it was made from, e.g. `stop-overdose-1`, `question:last-use`, `topic:detox-length`. */
  readonly id: string;
  readonly kind: ReplyKind;
  readonly text: Sentence;
  /** List lines below the text. */
  readonly bullets?: readonly Sentence[];
  /** The choices that stand open after this reply. At most one reply of a turn has them, the last. */
  readonly choices?: readonly Choice[];
  /** Several of the choices may be given. */
  readonly several?: boolean;
  /** Further choices that are always there (skip, back, ...): shown smaller, never numbered. */
  readonly commands?: readonly Choice[];
  readonly links?: readonly Link[];
  readonly sources?: readonly Source[];
  /** Where the person is: question `step` of `of`. */
  readonly progress?: { readonly step: number; readonly of: number };
  readonly topic?: string;
  readonly question?: string;
  readonly tier?: 'emergency' | 'check';
}
