import type { Session } from '../conversation/session';

/** What is sent on when the questions end, where the operator wants that: ids of the content, never words. */
export interface HandoffSummary {
  /** Shape of this record. */
  readonly version: 1;
  /** The outcome of the decision table. */
  readonly outcome: string;
  /** Question id -> choice ids; `skipped` is a skip. */
  readonly answers: Session['answers'];
  readonly language: Session['language'];
}
