import { PassThrough } from 'node:stream';
import type { LogFields } from '../src/log';
import { createLogger } from '../src/logger';

function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const stream = new PassThrough();
  write(createLogger('info', stream));
  return JSON.parse(String(stream.read()));
}

describe('the log', () => {
  it('writes JSON lines with coded fields', () => {
    const line = logged((log) => log.info('turn', { conversation: 'abc', channel: 'sms', replies: ['greeting'], ms: 3 }));
    expect(line).toMatchObject({
      level: 'info',
      message: 'turn',
      conversation: 'abc',
      channel: 'sms',
      replies: ['greeting'],
      ms: 3,
      timestamp: expect.any(String),
    });
  });

  it('drops every other field', () => {
    const line = logged((log) => log.info('turn', { channel: 'sms', text: 'I used heroin', from: '+18652345678' } as LogFields));
    expect(Object.keys(line).sort()).toEqual(['channel', 'level', 'message', 'timestamp']);
  });

  it('tells where an error came from, without its message', () => {
    const error = Object.assign(new RangeError('cannot read "I used heroin"\n    at my house'), { code: 'SQLITE_BUSY' });
    const line = logged((log) => log.error('turn-failed', {}, error));
    expect(line).toMatchObject({ error: 'RangeError', code: 'SQLITE_BUSY' });
    expect(JSON.stringify(line['stack'])).toContain('logger.test.ts');
    expect(JSON.stringify(line)).not.toMatch(/heroin|my house/);
  });

  it('survives a thrown value that is no error', () => {
    expect(logged((log) => log.error('turn-failed', {}, 'I used heroin'))).toMatchObject({ error: 'string' });
  });
});
