import type { Language } from '../language/language';

/** The channels whose limits the conversation knows; every other channel id counts as `web`. */
export type Channel = 'web' | 'sms' | 'msteams';

/** One thing that a person did, free of any channel's format. */
export interface Message {
  /**
   * `start`: the conversation was opened, nothing was said. `text`: typed words. `choice`: a button was tapped.
   * `media`: a photo, voice note or file, which is not opened. `edit`: words that a person changed after they had been sent.
   */
  readonly kind: 'start' | 'text' | 'choice' | 'media' | 'edit';
  /** What was typed; empty where nothing was. Used while the turn lasts and never kept. */
  readonly text: string;
  /** For `choice`: ids of the tapped choices (`Choice.id` of a reply), several where a question takes several. */
  readonly choices: readonly string[];
  readonly channel: Channel;
  /** The language that the page or the client asked for, used when the conversation opens. */
  readonly language?: Language;
  /** Said where several people read along. `privateChat`: address of a chat with the guide alone, or null where there is none. */
  readonly group?: { readonly privateChat: string | null };
  /** On SMS: the carrier's platform took the message as one of its words and has answered it by itself. */
  readonly carrier?: 'opt-out' | 'opt-in' | 'help';
}
