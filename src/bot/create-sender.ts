import type { Activity, CloudAdapter, ConversationReference } from 'botbuilder';
import type { Send } from '../turn/outbox';

/** Statuses of the channel's connector after which the same activity may still be taken: no permission yet, late, too many, or its own trouble. */
const passing = (status: number) => status === 401 || status === 408 || status === 429 || status >= 500;

/** Sends replies when they are due, on a connection of the bot's own. `appId`: empty in development. */
export function createSender(adapter: CloudAdapter, appId: string): Send {
  return async (address, activity) => {
    const reference = address as Partial<ConversationReference>;
    if (activity['id'] !== undefined) {
      // Nobody waits for it: botbuilder tries for seconds when a channel has trouble, and the next reply may be about danger.
      replace(adapter, appId, reference, activity as Partial<Activity>).catch(() => undefined);
      return 'sent';
    }
    // The adapter would take errors thrown in here for the bot's own, and apologize for them to the person.
    let failure: unknown = null;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      // So that the reply stands under the message that it answers, as if it had been sent at once.
      if (reference.activityId !== undefined) context.activity.id = reference.activityId;
      await context.sendActivity(activity as Partial<Activity>).catch((error: unknown) => {
        failure = error ?? new Error('not sent');
      });
    });
    if (failure === null) return 'sent';
    const status = typeof failure === 'object' && 'statusCode' in failure ? failure.statusCode : null;
    if (typeof status === 'number' && !passing(status)) return 'refused';
    throw failure;
  };
}

/** Puts an activity in the place of the one with its id. Not every client can; the buttons that stay there do no harm. */
function replace(
  adapter: CloudAdapter,
  appId: string,
  reference: Partial<ConversationReference>,
  activity: Partial<Activity>,
): Promise<void> {
  return adapter.continueConversationAsync(appId, reference, async (context) => {
    await context.updateActivity(activity).catch(() => undefined);
  });
}
