import type { Message } from '../conversation/message';
import type { Turn } from '../conversation/respond';

/**
 * Names under which a turn is counted: how conversations start and finish, dangers by tier and category, topics that were answered. Ids of the
 * content only, so that a count tells of nobody.
 */
export function countTurn({ session, outcome }: Turn, { channel }: Message, isNew: boolean): string[] {
  return [
    ...(isNew ? ['started', `channel:${channel}`, `language:${session.language}`] : []),
    ...(outcome.tier === null ? [] : [`danger:${outcome.tier}:${outcome.category ?? 'other'}`]),
    ...(outcome.topic === null ? [] : [`topic:${outcome.topic}`]),
    ...(outcome.finished === null ? [] : [`finished:${outcome.finished}`]),
    ...(outcome.forget ? ['deleted'] : []),
  ];
}
