import {
  type Activity,
  ActivityHandler,
  ActivityTypes,
  DeliveryModes,
  type InvokeResponse,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import type { Message } from '../conversation/message';
import type { HandoffSummary } from '../turn/handoff-summary';
import { readMessage } from '../turn/read-message';
import type { TakeTurn, TurnResult } from '../turn/turn';
import { addressOf } from './address-of';
import { handoffEvent } from './handoff-event';
import { notKept } from './not-kept';
import { readCardAction } from './read-card-action';

/** After so many milliseconds people wonder whether they were heard. A turn takes a few; only one that waits for a store or a lock takes this long. */
const patience = 1500;

/** The guide behind Bot Framework channels: every activity becomes a turn, whose replies the outbox sends back. */
export class GuidanceBot extends ActivityHandler {
  /** `sendsSummary`: whether the coded summary is sent on. `typingAfter`: milliseconds after which a turn is shown to be under way. */
  constructor(
    private readonly takeTurn: TakeTurn,
    private readonly sendsSummary: boolean,
    private readonly typingAfter = patience,
  ) {
    super();
    this.onMessage(async (context, next) => {
      const { activity } = context;
      const message = readMessage({ ...activity, text: withoutMention(activity) }, activity.channelId);
      if (message !== null) await this.answer(context, { ...message, ...groupOf(activity) }, activity.id ?? null);
      await next();
    });
    this.onMessageUpdate(async (context, next) => {
      await this.takeEdit(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient } = context.activity;
      // Channels report the guide as a member too; with the person there, it is worth a greeting.
      if (membersAdded.some((member) => member.id !== recipient?.id)) await this.greet(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await this.greet(context);
      await next();
    });
  }

  /**
   * Taps on cards are taken like other buttons. Other invokes belong to things that the guide does not send or declare (dialogs, sign-in, files,
   * searches): 501 is the protocol's word for it, upon which Teams says by itself that it cannot be done.
   */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value, channelId, locale, id } = context.activity;
    if (name !== 'adaptiveCard/action') return { status: StatusCodes.NOT_IMPLEMENTED };
    const message = readMessage({ type: 'message', value: readCardAction(value), locale }, channelId);
    const isTapped = message?.kind === 'choice';
    if (isTapped) await this.answer(context, { ...message, ...groupOf(context.activity) }, id ?? null);
    // The answer of Universal Actions has a status of its own; the replies come as messages, so nothing is shown in the card's place.
    const body = isTapped
      ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' }
      : { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: '' } };
    return { status: StatusCodes.OK, body };
  }

  /** Changed words are looked at for danger. The message keeps its id: the time tells one change from another, and from a resend. */
  private async takeEdit(context: TurnContext): Promise<void> {
    const { id, locale, channelId } = context.activity;
    const text = withoutMention(context.activity);
    const timestamp: unknown = context.activity.timestamp;
    const message = readMessage({ type: 'message', text, locale }, channelId);
    if (message === null || message.text === '') return;
    await this.answer(
      context,
      { ...message, ...groupOf(context.activity), kind: 'edit' },
      id && typeof timestamp === 'string' ? `${id}:edit:${timestamp}` : null,
    );
  }

  /** Once in a conversation: the turn sees whether it was greeted. */
  private greet(context: TurnContext): Promise<void> {
    const { channelId, locale } = context.activity;
    // An empty message carries the channel and the language as they are read from any other.
    const opened = readMessage({ type: 'message', text: '', locale }, channelId);
    return opened === null ? Promise.resolve() : this.answer(context, { ...opened, ...groupOf(context.activity), kind: 'start' }, null);
  }

  private async answer(context: TurnContext, message: Message, externalId: string | null): Promise<void> {
    const { channelId, conversation, deliveryMode } = context.activity;
    // The channel wants the replies in its own request's answer.
    const isAwaited = deliveryMode === DeliveryModes.ExpectReplies;
    const turn = this.takeTurn({
      channel: channelId,
      conversation: conversation.id,
      message,
      externalId,
      ...(this.sendsSummary && { handOff: (summary: HandoffSummary) => handoffEvent(context, summary) }),
      ...(!isAwaited && { address: addressOf(context.activity), ...replacedBy(context.activity, message) }),
    });
    const result = isAwaited || !isAnswered(message) ? await turn : await this.showTyping(context, turn);
    const isKept = result.kind !== 'last-resort';
    if ((isAwaited || !isKept) && result.activities.length > 0) await context.sendActivities(result.activities as Partial<Activity>[]);
    if (!isAwaited && !isKept) context.turnState.set(notKept, true);
  }

  /** Shows that a turn is under way when it takes long. No reply waits for that, and none is lost where it cannot be shown. */
  private async showTyping(context: TurnContext, turn: Promise<TurnResult>): Promise<TurnResult> {
    const over = new AbortController();
    const late = setTimeout(() => sendTyping(context, over.signal).catch(() => undefined), this.typingAfter);
    try {
      return await turn;
    } finally {
      clearTimeout(late);
      over.abort();
    }
  }
}

/** The part of botbuilder's connector client that can be called off: its `sendActivity` would try for seconds, and come after the reply. */
interface Connector {
  readonly conversations: {
    sendToConversation(conversation: string, activity: Partial<Activity>, options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
  };
}

async function sendTyping({ activity, adapter, turnState }: TurnContext, abortSignal: AbortSignal): Promise<void> {
  const connector = turnState.get<Connector>(adapter.ConnectorClientKey);
  const { conversation, recipient: from } = activity;
  await connector?.conversations.sendToConversation(conversation.id, { type: ActivityTypes.Typing, conversation, from }, { abortSignal });
}

/** Whether a reply is sure to come, on a channel that can show that it is being written. */
function isAnswered({ kind, channel }: Message): boolean {
  return kind !== 'start' && kind !== 'edit' && channel !== 'sms';
}

/** The words without the guide's own name, by which people speak to it in a group. Malformed mentions are left as they are. */
function withoutMention({ text, entities, recipient }: Activity): string | undefined {
  const mentions = (entities ?? []).flatMap((entity) =>
    entity.type === 'mention' && recipient?.id !== undefined && entity['mentioned']?.id === recipient.id ? [entity['text']] : [],
  );
  return mentions.reduce(
    (words, mention) => (typeof mention === 'string' && mention !== '' ? words?.replaceAll(mention, ' ') : words),
    text,
  );
}

/** In a group or a channel of Teams others read along; from there a link leads to a chat with the bot alone. */
function groupOf({ channelId, conversation, recipient }: Activity): Pick<Message, 'group'> {
  const isGroup = conversation.isGroup === true || /^(groupChat|channel)$/i.test(conversation.conversationType ?? '');
  if (!isGroup) return {};
  const canChat = channelId === 'msteams' && recipient?.id;
  return { group: { privateChat: canChat ? `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(recipient.id)}` : null } };
}

/** The card whose button was tapped, which Teams lets us replace. In a group nobody's answer is shown. */
function replacedBy({ channelId, value, replyToId }: Activity, { group }: Message): { readonly replaces?: string } {
  const isReplaced = channelId === 'msteams' && value !== undefined && replyToId !== undefined && group === undefined;
  return isReplaced ? { replaces: replyToId } : {};
}
