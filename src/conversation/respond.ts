import type { Content } from '../content/content';
import type { Message } from './message';
import type { TurnOutcome } from './outcome';
import type { Reply } from './reply';
import type { Session } from './session';

/** What one message led to. */
export interface Turn {
  /** The session to keep. */
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly outcome: TurnOutcome;
}

/**
 * The whole conversation: pure and total. `session` is null for somebody new; `now` is epoch milliseconds.
 */
export function respond(_content: Content, _session: Session | null, _message: Message, _now: number): Turn {
  throw new Error('not written yet');
}
