/** Opening hours of one weekday, in the center's time zone. */
export interface OpenSpan {
  /** 0 is Sunday, as in `Date`. */
  readonly weekday: number;
  /** Minutes after midnight; `closes` is later than `opens` and at most 1440. */
  readonly opens: number;
  readonly closes: number;
}

/** When the center answers its phone. */
export interface OpeningHours {
  readonly spans: readonly OpenSpan[];
  /** Days (YYYY-MM-DD in the center's time zone) on which nobody answers. */
  readonly holidays: readonly string[];
}

/** What the operator says about the center: the values of the placeholders in `knowledge/center.yaml`. */
export interface CenterSettings {
  /** At most 40 characters. */
  readonly name: string;
  readonly phone: string;
  readonly hours: OpeningHours | null;
  /** IANA name, e.g. America/New_York: by it hours are told, and what "since tuesday" means. */
  readonly timeZone: string;
  readonly address: string | null;
  /** https address of the center's own website. */
  readonly website: string | null;
  /** https address of the center's privacy notice. */
  readonly privacy: string | null;
  /** How long a conversation is kept after its last message: on the website, in minutes. */
  readonly webIdleMinutes: number;
  /** The same on SMS and Teams, in hours. */
  readonly textIdleHours: number;
  /** When the questions end, the answers are sent on as codes, on channels that can. */
  readonly sendsSummary: boolean;
}
