/** All that may stand in a log line: ids, codes and times, never what people wrote, never a telephone number. */
export interface LogFields {
  /** Hash that stands for a conversation. */
  readonly conversation?: string;
  readonly channel?: string;
  /** How the turn ended: answered, duplicate, last-resort, ... */
  readonly turn?: string;
  readonly replies?: readonly string[];
  readonly outcome?: string;
  readonly tier?: string | null;
  readonly category?: string | null;
  readonly topic?: string | null;
  /** Milliseconds. */
  readonly ms?: number;
  /** Why something was refused, as a code. */
  readonly reason?: string;
  /** HTTP status. */
  readonly status?: number;
  readonly count?: number;
  /** Parts that the text messages of a turn are sent as. */
  readonly parts?: number;
}

/** Where parts of the server report to; `event` is a constant of the code, never text from outside. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields, error?: unknown): void;
  error(event: string, fields?: LogFields, error?: unknown): void;
}
