import type { Choice, Link, ReplyKind, Source } from '../conversation/reply';

/**
 * `channelData.guide` of every web activity: what the website chat draws a reply from. Other clients ignore it.
 * The server and the widget agree on this shape; parts that a reply does not have are absent.
 */
export interface GuideData {
  readonly replyId: string;
  readonly kind: ReplyKind;
  readonly question?: string;
  /** The person is at question `step` of `of`. */
  readonly step?: number;
  readonly of?: number;
  readonly topic?: string;
  readonly tier?: 'emergency' | 'check';
  readonly several?: boolean;
  readonly choices?: readonly Choice[];
  readonly commands?: readonly Choice[];
  readonly links?: readonly Link[];
  readonly sources?: readonly Source[];
}

/** What a button sends back as the activity's `value`; `readActivity` reads it. */
export interface GuideValue {
  readonly guide: { readonly choices: readonly string[] };
}
