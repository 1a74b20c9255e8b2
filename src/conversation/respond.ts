import type { Content } from '../content/content';
import { languageFor } from './conversation-language';
import { type Draft, finishTurn, type Step } from './draft';
import { greetFirst } from './greet-first';
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
import { takeInGroup } from './take-in-group';
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
  if (message.group !== undefined) {
    if (message.kind === 'start' && known.greeted) return finishTurn(openConversation(draft));
    // Which button it was does not matter: none is offered there.
    const step = takeInGroup(draft, message.group, reading);
    return finishTurn(message.kind === 'edit' && step.outcome.tier == null ? unheard(known) : step);
  }
  switch (message.kind) {
    case 'start':
      return finishTurn(openConversation(draft));
    case 'choice':
      return finishTurn(keepLinesInSight(draft, takeButtons(draft, message.choices)));
    case 'media':
      return finishTurn(greetFirst(draft, takeMedia(draft)));
    case 'edit':
      return finishTurn(takeEdit(draft, reading ?? content.reader.read('')) ?? unheard(known));
    case 'text': {
      const step = keepLinesInSight(draft, takeText(draft, reading ?? content.reader.read(''), message.carrier));
      // What the carrier has answered is answered; danger beside it is not, nor is a word that opts nobody in.
      const isOpen = message.carrier === undefined || step.outcome.tier != null || (message.carrier === 'opt-in' && !known.optedOut);
      return finishTurn(isOpen ? step : { ...step, session: { ...step.session, greeted: known.greeted }, replies: [] });
    }
  }
}

/** Changed words without danger: they are not answered a second time. */
function unheard(session: Session): Step {
  return { session, replies: [], outcome: { kind: 'edit' } };
}
