import type { Activity } from 'botframework-schema';
import type { RenderPage } from '../channels';
import type { Content } from '../content/content';
import type { Message } from '../conversation/message';
import type { Reply } from '../conversation/reply';
import type { respond } from '../conversation/respond';
import type { Language } from '../language/language';
import type { Log } from '../log';
import type { LoggedActivity, Store } from '../storage/store';
import type { ConversationQueue } from './conversation-queue';

/** What turns are taken with. */
export interface TurnDependencies {
  readonly content: Content;
  readonly respond: typeof respond;
  readonly render: RenderPage;
  /** The words for when everything else failed; needs no content and no store. */
  readonly lastResort: (language: Language, phone: string) => readonly Reply[];
  readonly store: Store;
  readonly queue: ConversationQueue;
  readonly log: Log;
  /** Hides conversation ids in keys. */
  readonly secret: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** From 0 to 1, for the jitter between tries. */
  readonly random: () => number;
}

/** One thing that a person did in a conversation. */
export interface TurnRequest {
  /** Bot Framework channel id. */
  readonly channel: string;
  /** The channel's id of the conversation. */
  readonly conversation: string;
  readonly message: Message;
  /** The channel's id of this activity, by which a resend is known; null when it has none. */
  readonly externalId: string | null;
  /** Makes the activities to keep, for channels that read them from the log; other channels keep only the id. */
  readonly log?: (
    replies: readonly Partial<Activity>[],
  ) => readonly { readonly externalId: string | null; readonly activity: Readonly<Record<string, unknown>> }[];
  /** Sends the replies before the conversation's next turn begins, so that they arrive in order. */
  readonly deliver?: (activities: readonly Partial<Activity>[]) => Promise<void>;
}

/** What a turn came to. */
export interface TurnResult {
  /**
   * `answered`: kept. `duplicate`: a resend, answered as before. `forgotten`: answered, and everything of the conversation was removed.
   * `last-resort`: something failed, nothing was kept, and the replies say where help is. `nothing`: an opened conversation that had been greeted.
   */
  readonly kind: 'answered' | 'duplicate' | 'forgotten' | 'last-resort' | 'nothing';
  readonly replies: readonly Reply[];
  readonly language: Language;
  /** The replies, rendered for the channel. */
  readonly activities: readonly Partial<Activity>[];
  /** What went into the log. */
  readonly logged: readonly LoggedActivity[];
}

/** Takes one turn; never throws but for a failed `deliver`. */
export type TakeTurn = (request: TurnRequest) => Promise<TurnResult>;
