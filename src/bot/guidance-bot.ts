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
      if (message !== null) await this.answer(context, { ...message, ...groupOf(activity) }, activity.id ?? null);
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
    return opened === null ? Promise.resolve() : this.answer(context, { ...opened, ...groupOf(context.activity), kind: 'start' }, null);
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
      ...(!isAwaited && { address: addressOf(context.activity), ...replacedBy(context.activity) }),
    });
    const isKept = result.kind !== 'last-resort';
    if (isAwaited || !isKept) await context.sendActivities(result.activities as Partial<Activity>[]);
    if (!isAwaited && !isKept) context.turnState.set(notKept, true);
  }
}

/** In a group or a channel of Teams others read along; from there a link leads to a chat with the bot alone. */
function groupOf({ channelId, conversation, recipient }: Activity): Pick<Message, 'group'> {
  const isGroup = conversation.isGroup === true || /^(groupChat|channel)$/i.test(conversation.conversationType ?? '');
  if (!isGroup) return {};
  const canChat = channelId === 'msteams' && recipient?.id;
  return { group: { privateChat: canChat ? `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(recipient.id)}` : null } };
}

/** The card whose button was tapped, which Teams lets us replace. */
function replacedBy({ channelId, value, replyToId }: Activity): { readonly replaces?: string } {
  return channelId === 'msteams' && value !== undefined && replyToId !== undefined ? { replaces: replyToId } : {};
}

/** Where to send replies later: what the connector needs, and no name, account or tenant. */
function addressOf(activity: Activity): Readonly<Record<string, unknown>> {
  const { activityId, bot, channelId, conversation, locale, serviceUrl, user } = TurnContext.getConversationReference(activity);
  const isTeams = channelId === 'msteams';
  return {
    activityId,
    channelId,
    locale,
    serviceUrl,
    bot: { id: bot?.id },
    conversation: { id: conversation?.id },
    // In Teams the conversation says enough.
    ...(!isTeams && { user: { id: user?.id } }),
  };
}
