import type { Log, LogFields } from '../../src/log';

/** Keeps what was logged. */
export class FakeLog implements Log {
  readonly lines: { readonly event: string; readonly fields: LogFields | undefined; readonly error?: unknown }[] = [];

  info(event: string, fields?: LogFields): void {
    this.lines.push({ event, fields });
  }

  warn(event: string, fields?: LogFields, error?: unknown): void {
    this.lines.push({ event, fields, error });
  }

  error(event: string, fields?: LogFields, error?: unknown): void {
    this.lines.push({ event, fields, error });
  }
}
