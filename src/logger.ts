import winston from 'winston';
import type { Log, LogFields } from './log';

const allowed: Record<keyof LogFields, true> = {
  conversation: true,
  channel: true,
  turn: true,
  replies: true,
  outcome: true,
  tier: true,
  category: true,
  topic: true,
  ms: true,
  reason: true,
  status: true,
  count: true,
  parts: true,
};

/**
 * A log of JSON lines on `stream` (standard output when not given). Only the fields of `LogFields` get through, and of an error its name,
 * code and stack without the message: a message can quote what a person wrote.
 */
export function createLogger(level: string, stream: NodeJS.WritableStream = process.stdout): Log {
  const logger = winston.createLogger({
    level,
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [new winston.transports.Stream({ stream })],
  });
  const write = (severity: string, event: string, fields: LogFields = {}, error?: unknown) => {
    logger.log({ level: severity, message: event, ...keepAllowed(fields), ...(error === undefined ? {} : describeError(error)) });
  };
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields, error) => write('warn', event, fields, error),
    error: (event, fields, error) => write('error', event, fields, error),
  };
}

function keepAllowed(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(allowed, name)));
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(error.code) ? error.code : undefined;
  const stack = error.stack ?? '';
  const frames = stack.slice(stack.indexOf(error.message) + error.message.length).split('\n');
  // What a store says to operators holds nothing of a person.
  const reason = error.name === 'StoreError' ? error.message : undefined;
  return { error: error.name, code, reason, stack: frames.filter((line) => /^\s+at /.test(line)).map((line) => line.trim()) };
}
