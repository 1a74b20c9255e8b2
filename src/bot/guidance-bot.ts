import { type Activity, ActivityHandler, DeliveryModes, type InvokeResponse, StatusCodes, TurnContext } from 'botbuilder';
import type { Message } from '../conversation/message';
import { readMessage } from '../turn/read-message';
import type { TakeTurn } from '../turn/turn';
import { notKept } from './not-kept';
import { readCardAction } from './read-card-action';

/** The guide behind Bot Framework channels: every activity becomes a turn, whose replies the outbox sends back. */
export class GuidanceBot extends ActivityHandler {
  constructor(private readonly takeTurn: TakeTurn) {
    super();
    this.onMessage(async (context, next) => {
      const { activity } = context;
      // In a group, people speak to the guide by name.
      TurnContext.removeRecipientMention(activity);
      const message = readMessage(activity, activity.channelId);
      if (message !== null) await this.answer(context, message, activity.id ?? null);
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
    if (isTapped) await this.answer(context, message, id ?? null);
    // The answer of Universal Actions has a status of its own; the replies come as messages, so nothing is shown in the card's place.
    const body = isTapped
      ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' }
      : { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: '' } };
    return { status: StatusCodes.OK, body };
  }

  /** Changed words are looked at for danger. The message keeps its id: the time tells one change from another, and from a resend. */
  private async takeEdit(context: TurnContext): Promise<void> {
    const { id, text, locale, channelId } = context.activity;
    const timestamp: unknown = context.activity.timestamp;
    const message = readMessage({ type: 'message', text, locale }, channelId);
    if (message === null || message.text === '') return;
    await this.answer(context, { ...message, kind: 'edit' }, id && typeof timestamp === 'string' ? `${id}:edit:${timestamp}` : null);
  }

  /** Once in a conversation: the turn sees whether it was greeted. */
  private greet(context: TurnContext): Promise<void> {
    const { channelId, locale } = context.activity;
    // An empty message carries the channel and the language as they are read from any other.
    const opened = readMessage({ type: 'message', text: '', locale }, channelId);
    return opened === null ? Promise.resolve() : this.answer(context, { ...opened, kind: 'start' }, null);
  }

  private async answer(context: TurnContext, message: Message, externalId: string | null): Promise<void> {
    const { channelId, conversation, deliveryMode } = context.activity;
    // The channel wants the replies in its own request's answer.
    const isAwaited = deliveryMode === DeliveryModes.ExpectReplies;
    const result = await this.takeTurn({
      channel: channelId,
      conversation: conversation.id,
      message,
      externalId,
      ...(!isAwaited && { address: addressOf(context.activity) }),
    });
    const isKept = result.kind !== 'last-resort';
    if ((isAwaited || !isKept) && result.activities.length > 0) await context.sendActivities(result.activities as Partial<Activity>[]);
    if (!isAwaited && !isKept) context.turnState.set(notKept, true);
  }
}

/** Where to send replies later, without the person's name. */
function addressOf(activity: Activity): Readonly<Record<string, unknown>> {
  const { user, ...reference } = TurnContext.getConversationReference(activity);
  return { ...reference, user: { id: user?.id } };
}
