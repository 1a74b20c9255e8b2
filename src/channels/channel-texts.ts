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
}
