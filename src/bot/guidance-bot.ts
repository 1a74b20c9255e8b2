import { type Activity, ActivityHandler, DeliveryModes, TurnContext } from 'botbuilder';
import type { Message } from '../conversation/message';
import { readMessage } from '../turn/read-message';
import type { TakeTurn } from '../turn/turn';
import { notKept } from './not-kept';

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
    if (isAwaited || !isKept) await context.sendActivities(result.activities as Partial<Activity>[]);
    if (!isAwaited && !isKept) context.turnState.set(notKept, true);
  }
}

/** Where to send replies later, without the person's name. */
function addressOf(activity: Activity): Readonly<Record<string, unknown>> {
  const { user, ...reference } = TurnContext.getConversationReference(activity);
  return { ...reference, user: { id: user?.id } };
}
