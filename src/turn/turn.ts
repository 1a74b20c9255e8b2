import type { Activity } from 'botframework-schema';
import type { RenderPage } from '../channels';
import type { Content } from '../content/content';
import type { Message } from '../conversation/message';
import type { Reply } from '../conversation/reply';
import type { respond } from '../conversation/respond';
import type { Language } from '../language/language';
import type { Log } from '../log';
import type { Json, LoggedActivity, Store } from '../storage/store';
import type { ConversationQueue } from './conversation-queue';
import type { HandoffSummary } from './handoff-summary';
import type { Outbox } from './outbox';

/** What turns are taken with. */
export interface TurnDependencies {
  readonly content: Content;
  readonly respond: typeof respond;
  readonly render: RenderPage;
  /** The words for when everything else failed; needs no content and no store. */
  readonly lastResort: (language: Language, phone: string) => readonly Reply[];
  readonly store: Store;
  readonly queue: ConversationQueue;
  readonly outbox: Pick<Outbox, 'wake' | 'sendFirst'>;
  readonly log: Log;
  /** Hides the ids of conversations and messages in keys. */
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
  /** What the log keeps of the person's activity, for channels that read it from there; of others only the id is kept. */
  readonly inbound?: Json;
  /** Completes a reply for the log. */
  readonly complete?: (reply: Partial<Activity>) => Json;
  /** Where the outbox has to send the replies; not given where they are read from the log or from the result. */
  readonly address?: Json;
  /** Makes what the channel is told when the questions end; null: nothing. */
  readonly handOff?: (summary: HandoffSummary) => Json | null;
  /** The channel's id of the message whose button was tapped, where that message can be replaced: then it loses its buttons. */
  readonly replaces?: string;
  /** The conversation was opened before: when it has ended, nothing is answered. */
  readonly isOpened?: boolean;
}

/** What a turn came to. */
export interface TurnResult {
  /**
   * `answered`: kept. `duplicate`: a resend, answered as before. `forgotten`: answered, and everything else of the conversation was removed.
   * `last-resort`: something failed, nothing was kept, and the replies say where help is.
   * `nothing`: an opened conversation that had been greeted, one that has ended, or changed words that tell no danger.
   */
  readonly kind: 'answered' | 'duplicate' | 'forgotten' | 'last-resort' | 'nothing';
  /** Not given for a duplicate. */
  readonly replies: readonly Reply[];
  /** The replies, rendered for the channel; of a duplicate without those that the outbox has sent. */
  readonly activities: readonly Json[];
  /** Place of the person's message in the log; null where it is not there. */
  readonly inboundSeq: number | null;
  /** What was added to the log. */
  readonly logged: readonly LoggedActivity[];
}

/** Takes one turn; never throws. */
export type TakeTurn = (request: TurnRequest) => Promise<TurnResult>;
