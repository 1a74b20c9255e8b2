import { type Activity, TurnContext } from 'botbuilder';

/** Where to send replies later: what the connector needs, and no name, account or tenant. */
export function addressOf(activity: Activity): Readonly<Record<string, unknown>> {
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
