import { randomBytes } from 'node:crypto';
import type { Activity } from 'botframework-schema';
import { HttpError } from '../http-error';
import type { Language } from '../language/language';
import type { LoggedActivity, Store } from '../storage/store';
import type { TakeTurn, TurnResult } from '../turn/turn';
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
      log: (replies) => this.fromGuide(conversation, replies).map((activity) => ({ externalId: null, activity })),
    });
    if (result.kind === 'answered') return { user, conversation };
    this.passing.push(conversation, withPassingIds(conversation, this.fromGuide(conversation, result.activities)));
    return { user, conversation, unsaved: true };
  }

  /** Throws HttpError 404 when the conversation has expired or was deleted. With the store down nobody is turned away. */
  async find(holder: TokenHolder, conversation: string): Promise<void> {
    if (holder.unsaved) return;
    const found = await this.needs.store.load(this.needs.keyOf(conversation)).catch(() => undefined);
    if (found === null) throw new HttpError(404, 'ConversationNotFound', 'The conversation has ended.');
  }

  /** Takes in what the visitor's client posted; gives its activity id. */
  async post(holder: TokenHolder, conversation: string, inbound: InboundActivity): Promise<string> {
    if (inbound.type === 'typing') return passingId(conversation);
    const message = this.needs.readMessage(inbound);
    const echo = { ...inbound, ...this.envelope(conversation), from: { id: holder.user, role: 'user' } };
    if (message === null) return this.passOn(conversation, echo, []);
    const externalId = inbound.channelData?.clientActivityID ?? null;
    const result = await this.needs.takeTurn({
      channel: channelId,
      conversation,
      message,
      externalId,
      log: (replies) => [
        { externalId, activity: echo },
        ...this.fromGuide(conversation, replies).map((activity) => ({ externalId: null, activity })),
      ],
    });
    return (await this.idOf(conversation, result, externalId)) ?? this.passOn(conversation, echo, result.activities);
  }

  /** Activities after a watermark, at most 100. */
  async read(conversation: string, after: number): Promise<ActivitySet> {
    const entries = await this.needs.store.activities(this.needs.keyOf(conversation), after, pageSize);
    return this.toSet(conversation, entries, after);
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

  /** The id of the visitor's activity in the log, also of one that was sent before; null when it is not there. */
  private async idOf(conversation: string, result: TurnResult, externalId: string | null): Promise<string | null> {
    if (result.kind === 'answered' && result.logged[0] !== undefined) return activityId(conversation, result.logged[0].seq);
    if (result.kind !== 'duplicate') return null;
    for (let after = 0; ; after += pageSize) {
      const entries = await this.needs.store.activities(this.needs.keyOf(conversation), after, pageSize);
      const found = entries.find((entry) => entry.externalId === externalId);
      if (found !== undefined) return activityId(conversation, found.seq);
      if (entries.length < pageSize) return null;
    }
  }

  /** Shows the visitor's activity and the replies without keeping them. */
  private passOn(conversation: string, echo: OutboundActivity, replies: readonly Partial<Activity>[]): string {
    const id = passingId(conversation);
    this.passing.push(conversation, [{ ...echo, id }, ...withPassingIds(conversation, this.fromGuide(conversation, replies))]);
    return id;
  }

  private fromGuide(conversation: string, replies: readonly Partial<Activity>[]): OutboundActivity[] {
    return replies.map((reply) => ({
      ...reply,
      ...this.envelope(conversation),
      from: { id: 'guide', name: this.needs.name, role: 'bot' },
    }));
  }

  private envelope(conversation: string): OutboundActivity {
    return { channelId, conversation: { id: conversation }, timestamp: new Date(this.needs.now()).toISOString() };
  }
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
