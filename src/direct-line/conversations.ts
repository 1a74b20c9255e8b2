import { randomBytes } from 'node:crypto';
import type { Activity } from 'botframework-schema';
import { HttpError } from '../http-error';
import type { Language } from '../language/language';
import type { LoggedActivity, Store } from '../storage/store';
import type { TakeTurn } from '../turn/turn';
import type { InboundActivity } from './inbound-activity';
import { type OutboundActivity, PassingActivities } from './passing-activities';
import type { TokenHolder } from './tokens';

/** The Bot Framework channel id of website conversations. */
export const channelId = 'directline';
const pageSize = 100;

/** A run of activities and the watermark after it. */
export interface ActivitySet {
  readonly activities: readonly OutboundActivity[];
  readonly watermark: string;
}

/** What website conversations are kept and led with. */
export interface ConversationsDependencies {
  readonly store: Store;
  readonly takeTurn: TakeTurn;
  readonly readMessage: (activity: unknown) => Parameters<TakeTurn>[0]['message'] | null;
  /** Store key of a conversation. */
  readonly keyOf: (conversation: string) => string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Website conversations, free of HTTP. */
export class Conversations {
  readonly passing: PassingActivities;

  constructor(private readonly needs: ConversationsDependencies) {
    this.passing = new PassingActivities(needs.now);
  }

  /** Opens a conversation and greets. Gives what the visitor's token has to say. */
  async open(user: string, language: Language | undefined): Promise<TokenHolder & { readonly conversation: string }> {
    const conversation = randomBytes(16).toString('base64url');
    const result = await this.needs.takeTurn({
      channel: channelId,
      conversation,
      message: { kind: 'start', text: '', choices: [], channel: 'web', ...(language && { language }) },
      externalId: null,
      complete: (reply) => this.fromGuide(conversation, reply),
    });
    if (result.kind === 'answered') return { user, conversation };
    this.passing.push(conversation, withPassingIds(conversation, this.allFromGuide(conversation, result.activities)));
    return { user, conversation, unsaved: true };
  }

  /**
   * Throws HttpError 404 when the conversation has expired. `deleted`: its last words can still be read. With the store down nobody is turned away.
   */
  async find(holder: TokenHolder, conversation: string): Promise<'open' | 'deleted'> {
    if (holder.unsaved) return 'open';
    const found = await this.needs.store.load(this.needs.keyOf(conversation), null).catch(() => undefined);
    if (found === undefined) return 'open';
    if (found.stored === null) throw ended();
    return found.stored.session === null ? 'deleted' : 'open';
  }

  /** Throws HttpError 404 when there is nothing more to hear after the watermark. */
  async expectStream(holder: TokenHolder, conversation: string, after: number): Promise<void> {
    if ((await this.find(holder, conversation)) === 'open') return;
    if ((await this.read(conversation, after)).activities.length === 0) throw ended();
  }

  /** Throws HttpError 404 when the conversation has expired or was deleted. */
  async expectOpen(holder: TokenHolder, conversation: string): Promise<void> {
    if ((await this.find(holder, conversation)) === 'deleted') throw ended();
  }

  /**
   * Takes in what the visitor's client posted; gives its activity id. Throws HttpError 404 when the conversation has ended, and 503 when the
   * message could not be kept; then the visitor is told what to do in danger, and the client may send the same again.
   */
  async post(holder: TokenHolder, conversation: string, inbound: InboundActivity): Promise<string> {
    if (inbound.type === 'typing') return passingId(conversation);
    const message = this.needs.readMessage(inbound);
    const echo = { ...inbound, ...this.envelope(conversation), from: { id: holder.user, role: 'user' } };
    if (message === null) {
      await this.expectOpen(holder, conversation);
      return this.passOn(conversation, echo);
    }
    const externalId = inbound.channelData?.clientActivityID ?? null;
    const result = await this.needs.takeTurn({
      channel: channelId,
      conversation,
      message,
      externalId,
      inbound: echo,
      complete: (reply) => this.fromGuide(conversation, reply),
      isOpened: holder.unsaved !== true,
    });
    if (result.kind === 'nothing') throw ended();
    if (result.kind === 'last-resort') {
      this.passOn(conversation, echo, result.activities, externalId);
      throw new HttpError(503, 'NotKept', 'The message could not be kept. Send it again.');
    }
    if (result.kind === 'forgotten' || result.inboundSeq === null) return this.passOn(conversation, echo);
    return activityId(conversation, result.inboundSeq);
  }

  /** Activities after a watermark, at most 100. */
  async read(conversation: string, after: number): Promise<ActivitySet> {
    const entries = await this.needs.store.activities(this.needs.keyOf(conversation), after, pageSize);
    return this.toSet(conversation, entries, after);
  }

  /** The same; throws HttpError 404 when the conversation has ended and all its last words were read. */
  async readOrEnd(holder: TokenHolder, conversation: string, after: number): Promise<ActivitySet> {
    const state = await this.find(holder, conversation);
    const set = await this.read(conversation, after);
    if (state === 'deleted' && set.activities.length === 0) throw ended();
    return set;
  }

  /** Wakes `listener` with every entry as it is kept. */
  subscribe(conversation: string, listener: (entries: readonly LoggedActivity[]) => void): () => void {
    return this.needs.store.subscribe(this.needs.keyOf(conversation), listener);
  }

  /** Log entries as clients read them. */
  toSet(conversation: string, entries: readonly LoggedActivity[], after: number): ActivitySet {
    const activities = entries.map(({ seq, activity }) => ({ ...activity, id: activityId(conversation, seq) }));
    return { activities, watermark: String(entries.at(-1)?.seq ?? after) };
  }

  /**
   * Shows the visitor's activity, and replies, without keeping them. Sent again under the same id of the client, they have the same ids again, so
   * that they are shown once.
   */
  private passOn(
    conversation: string,
    echo: OutboundActivity,
    replies: readonly OutboundActivity[] = [],
    externalId: string | null = null,
  ): string {
    const id = passingId(conversation);
    const base = externalId === null ? id : `${conversation}|p${externalId}`;
    const all = [echo, ...this.allFromGuide(conversation, replies)];
    this.passing.push(
      conversation,
      all.map((activity, index) => ({ ...activity, id: index === 0 ? base : `${base}-${index}` })),
    );
    return base;
  }

  private allFromGuide(conversation: string, replies: readonly OutboundActivity[]): OutboundActivity[] {
    return replies.map((reply) => this.fromGuide(conversation, reply));
  }

  private fromGuide(conversation: string, reply: Partial<Activity> | OutboundActivity): OutboundActivity {
    return { ...reply, ...this.envelope(conversation), from: { id: 'guide', name: this.needs.name, role: 'bot' } };
  }

  private envelope(conversation: string): OutboundActivity {
    return { channelId, conversation: { id: conversation }, timestamp: new Date(this.needs.now()).toISOString() };
  }
}

function ended(): HttpError {
  return new HttpError(404, 'ConversationNotFound', 'The conversation has ended.');
}

function activityId(conversation: string, seq: number): string {
  return `${conversation}|${String(seq).padStart(7, '0')}`;
}

function passingId(conversation: string): string {
  return `${conversation}|p${randomBytes(8).toString('hex')}`;
}

function withPassingIds(conversation: string, activities: readonly OutboundActivity[]): OutboundActivity[] {
  return activities.map((activity) => ({ ...activity, id: passingId(conversation) }));
}
