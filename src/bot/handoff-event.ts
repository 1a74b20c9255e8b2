import { EventFactory, type TurnContext } from 'botbuilder';
import type { HandoffSummary } from '../turn/handoff-summary';
import { addressOf } from './address-of';

/** Channels that carry no events: Teams and text messages. */
const withoutEvents: ReadonlySet<string> = new Set(['msteams', 'sms']);

/**
 * The event by which a channel may bring in a person (https://learn.microsoft.com/azure/bot-service/bot-service-design-pattern-handoff-human), with the
 * coded summary and without names, accounts or a transcript. Null where the channel carries no events.
 */
export function handoffEvent(context: TurnContext, summary: HandoffSummary): Readonly<Record<string, unknown>> | null {
  if (withoutEvents.has(context.activity.channelId)) return null;
  const { type, name, value, attachments, entities } = EventFactory.createHandoffInitiation(context, summary);
  return { type, name, value, attachments, entities, relatesTo: addressOf(context.activity) };
}
