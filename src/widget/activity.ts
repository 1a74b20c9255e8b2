/** An answer that can be tapped; `id` is what its button sends back. */
export interface Choice {
  readonly id: string;
  /** The button, at most 20 characters. */
  readonly label: string;
  /** The full wording, where it says more. */
  readonly say?: string;
  /** Among several answers: excludes the others. */
  readonly exclusive?: boolean;
}

/** A number or a page. Only https:, tel: and sms: are made into links. */
interface Link {
  readonly label: string;
  readonly href: string;
}

/** Where an answer comes from. */
export interface Source {
  readonly organization: string;
  readonly page: string;
  readonly address?: string;
  /** The day on which the center's staff last approved the answer, as YYYY-MM-DD; absent while nobody has. */
  readonly reviewed?: string;
}

/** What a message is drawn from beside its words: `channelData.guide` of the server's web activities. */
export interface GuideData {
  readonly replyId: string;
  readonly kind: string;
  /** The person is at question `step` of `of`. */
  readonly step?: number;
  readonly of?: number;
  readonly tier?: 'emergency' | 'check';
  /** Several of the choices may be given. */
  readonly several?: boolean;
  readonly choices?: readonly Choice[];
  /** Further choices, shown smaller. */
  readonly commands?: readonly Choice[];
  readonly links?: readonly Link[];
  readonly sources?: readonly Source[];
}

/** An activity of Direct Line, as far as the chat reads it. */
export interface Activity {
  readonly id?: string;
  readonly type?: string;
  readonly text?: string;
  /** `en` or `es`: the language of `text`. */
  readonly locale?: string;
  readonly from?: { readonly role?: string };
  readonly value?: { readonly guide?: { readonly choices?: readonly string[] } };
  readonly channelData?: { readonly guide?: GuideData; readonly clientActivityID?: string };
}
