import { takeTurn } from '../src/turn/take-turn';
import type { TurnDependencies, TurnRequest } from '../src/turn/turn';
import { scriptedMessage } from './scripted-messages';

/** The Bot Framework channel id of website conversations. */
export const websiteChannel = 'directline';

/** The channel's id of a conversation, counted from 0. */
export function conversationId(conversation: number): string {
  return `benchmark-${String(conversation).padStart(10, '0')}`;
}

/**
 * A turn of the website: the message and the replies are kept in the log. `turn` counts those of the conversation from 0. Throws when it was not
 * answered and kept.
 */
export async function websiteTurn(turns: TurnDependencies, conversation: number, turn: number): Promise<void> {
  const { kind } = await takeTurn(turns, websiteRequest(turns, conversation, turn));
  if (kind !== 'answered') throw new Error(`Turn ${turn} of conversation ${conversation} came to "${kind}"`);
}

/** The request of such a turn, as the Direct Line routes make it. */
export function websiteRequest(turns: Pick<TurnDependencies, 'content' | 'now'>, conversation: number, turn: number): TurnRequest {
  const id = conversationId(conversation);
  const envelope = { channelId: websiteChannel, conversation: { id }, timestamp: new Date(turns.now()).toISOString() };
  const message = scriptedMessage(conversation, turn);
  const from = { id: 'guide', name: turns.content.center.name, role: 'bot' };
  const request = { channel: websiteChannel, conversation: id, message, complete: (reply: object) => ({ ...reply, ...envelope, from }) };
  if (turn === 0) return { ...request, externalId: null };
  const externalId = `${conversation}-${turn}-0123456789abcdef`;
  const person = { id: 'dl_0123456789abcdef', role: 'user' };
  const inbound = { type: 'message', text: message.text, channelData: { clientActivityID: externalId }, ...envelope, from: person };
  return { ...request, externalId, inbound, isOpened: true };
}
