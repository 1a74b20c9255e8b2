import type { Localized } from '../language/localized';
import type { Sentence } from '../language/sentence';

/** The few content sentences that a renderer adds by itself, since only a channel's limits make them necessary. */
export interface ChannelTexts {
  /** Below numbered answers of which one is wanted (content text `sms-tail`). */
  readonly smsTail: Localized<Sentence>;
  /** Below numbered answers of which several may be given (content text `sms-tail-multi`). */
  readonly smsTailMulti: Localized<Sentence>;
  /** Tells how to get the rest of what was too long for one turn (content text `more-sms`). */
  readonly smsMore: Localized<Sentence>;
  /** On cards: where the person is, with {step} and {of} (`widget-step`). */
  readonly step: Localized<Sentence>;
  /** On cards: the button that sends what was ticked (`widget-continue`). */
  readonly send: Localized<Sentence>;
  /** On cards: shows where an answer comes from (`widget-sources`). */
  readonly sources: Localized<Sentence>;
  /** On cards: the day of the review, {date} (`widget-reviewed`). */
  readonly reviewed: Localized<Sentence>;
}
