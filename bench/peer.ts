import { ActivityTypes, CloudAdapter, ConversationState, MemoryStorage, TurnContext } from 'botbuilder';
import { createPageRenderer, pickChannelTexts } from '../src/channels';
import type { Content } from '../src/content/content';
import { respond } from '../src/conversation/respond';
import type { Session } from '../src/conversation/session';
import type { NextTurn } from './measure';
import { scriptedMessage } from './scripted-messages';
import { conversationId, websiteChannel } from './website-turn';

/** With the session, the state has about 2 KB. */
const padding = 'x'.repeat(1500);
const adapter = new CloudAdapter();

interface Kept {
  session: Session | null;
  turns: number;
  readonly padding: string;
}

/** The state of conversations as bots of Bot Framework keep it, in the memory of this process. */
export function peerState() {
  const state = new ConversationState(new MemoryStorage());
  const property = state.createProperty<Kept>('conversation');
  /** Loads a conversation's state, lets `change` change it, and saves it. */
  return async (conversation: number, change: (kept: Kept) => void): Promise<number> => {
    const context = new TurnContext(adapter, {
      type: ActivityTypes.Message,
      channelId: websiteChannel,
      conversation: { id: conversationId(conversation), name: '', isGroup: false, conversationType: '' },
    });
    const kept = await property.get(context, { session: null, turns: 0, padding });
    change(kept);
    await state.saveChanges(context);
    return kept.turns;
  };
}

/** The peer of a turn: the same conversation on that state, without a log, a guard against resends, or anything on a disk. */
export function peerTurns(content: Content): NextTurn {
  const turn = peerState();
  const render = createPageRenderer(pickChannelTexts(content.data.texts));
  return async (conversation) => {
    await turn(conversation, (kept) => {
      const { session, replies, outcome } = respond(content, kept.session, scriptedMessage(conversation, kept.turns), Date.now());
      render(replies, { channel: websiteChannel, language: session.language, page: outcome.page });
      kept.session = session;
      kept.turns += 1;
    });
  };
}
