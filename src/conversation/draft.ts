import type { Content } from '../content/content';
import type { Channel } from './message';
import type { TurnOutcome } from './outcome';
import type { Reply } from './reply';
import type { Turn } from './respond';
import type { Session } from './session';

/** What the steps of a turn work with. */
export interface Draft {
  readonly content: Content;
  /** The session as it stands at this step. */
  readonly session: Session;
  readonly channel: Channel;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a step came to: the session to keep, what is said, and what to count it as. */
export interface Step {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly outcome: Partial<TurnOutcome> & Pick<TurnOutcome, 'kind'>;
}

const nothing: Omit<TurnOutcome, 'kind'> = {
  tier: null,
  category: null,
  topic: null,
  topics: [],
  choice: null,
  finished: null,
  page: 0,
  forget: false,
};

/** The draft with another session. */
export function withSession(draft: Draft, change: Partial<Session>): Draft {
  return { ...draft, session: { ...draft.session, ...change } };
}

/** Completes a step to a turn. */
export function finishTurn(step: Step): Turn {
  return { session: step.session, replies: step.replies, outcome: { ...nothing, ...step.outcome } };
}
