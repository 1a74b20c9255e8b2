import type { Content } from '../content/content';
import { languageFor } from './conversation-language';
import { type Draft, finishTurn } from './draft';
import { keepLinesInSight } from './keep-lines-in-sight';
import type { Message } from './message';
import { newSession } from './new-session';
import { openConversation } from './open-conversation';
import type { TurnOutcome } from './outcome';
import { reconcile } from './reconcile';
import type { Reply } from './reply';
import type { Session } from './session';
import { takeButtons } from './take-buttons';
import { takeEdit } from './take-edit';
import { takeMedia } from './take-media';
import { takeText } from './take-text';

/** What one message led to. */
export interface Turn {
  /** The session to keep. */
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly outcome: TurnOutcome;
}

/**
 * The whole conversation: pure and total. `session` is null for somebody new; `now` is epoch milliseconds.
 * The same content, session, message and time always give the same turn.
 */
export function respond(content: Content, session: Session | null, message: Message, now: number): Turn {
  const known =
    session === null || session.version !== 1 ? newSession(content.data.hash, message.language ?? 'en') : reconcile(content, session);
  const reading = message.kind === 'text' || message.kind === 'edit' ? content.reader.read(message.text) : null;
  const language = reading === null ? known.language : languageFor(known, reading);
  const draft: Draft = { content, session: { ...known, language }, channel: message.channel, now };
  switch (message.kind) {
    case 'start':
      return finishTurn(openConversation(draft));
    case 'choice':
      return finishTurn(keepLinesInSight(draft, takeButtons(draft, message.choices)));
    case 'media':
      return finishTurn(takeMedia(draft));
    case 'edit':
      return finishTurn(takeEdit(draft, reading ?? content.reader.read('')) ?? { session: known, replies: [], outcome: { kind: 'edit' } });
    case 'text':
      return finishTurn(keepLinesInSight(draft, takeText(draft, reading ?? content.reader.read(''))));
  }
}
