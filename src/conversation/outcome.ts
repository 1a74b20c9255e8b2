import type { Category, Tier } from '../safety/danger';

/** What a turn came to: coded, for the tally, the log and `npm run ask`. Never holds text. */
export interface TurnOutcome {
  /** The contract of design/ask.md, plus `start` for an opened conversation and `edit` for changed words that told no emergency. */
  readonly kind:
    | 'start'
    | 'crisis'
    | 'choice'
    | 'answer'
    | 'suggest'
    | 'reask'
    | 'skip'
    | 'command'
    | 'refusal'
    | 'smalltalk'
    | 'fallback'
    | 'opt-out'
    | 'edit';
  readonly tier: Tier | null;
  readonly category: Category | null;
  /** The topic that was answered. */
  readonly topic: string | null;
  /** Candidate topics with their scores (0 to 1), best first, at most 3. */
  readonly topics: readonly { readonly id: string; readonly score: number }[];
  /** The choice taken as the answer: one id, several where the question takes several, or null. */
  readonly choice: string | readonly string[] | null;
  /** Outcome id of the decision table, in the turn that shows the summary. */
  readonly finished: string | null;
  /** Channels with short messages show this page of the replies; 0 is the first. */
  readonly page: number;
  /** Everything that was remembered is to be deleted. */
  readonly forget: boolean;
}
