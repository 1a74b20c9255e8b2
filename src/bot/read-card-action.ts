import { z } from 'zod';

const cardAction = z.looseObject({
  action: z.looseObject({ type: z.literal('Action.Execute'), data: z.unknown() }),
  trigger: z.literal('manual').nullish(),
});

/**
 * What a card's button carries when it is an Action.Execute, out of the value of an `adaptiveCard/action` invoke. Undefined when it is something else,
 * or a card that refreshed itself, which nobody tapped.
 */
export function readCardAction(value: unknown): unknown {
  return cardAction.safeParse(value).data?.action.data;
}
