import { ConfigError, readConfig } from '../src/config';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const dataKey = Buffer.alloc(32, 'k').toString('base64');
const production = { NODE_ENV: 'production', CENTER_PHONE: '865-234-5678', MESSAGES_ENDPOINT: 'off', DATA_KEY: dataKey };

describe('readConfig', () => {
  it('needs no setting in development', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3978,
      center: { name: 'Knoxville Recovery Center', phone: '865-555-0100', hours: null, webIdleMinutes: 30, textIdleHours: 24 },
      storage: { folder: 'data', databaseUrl: null, dataKeys: [] },
      tokenKey: null,
      hashKey: null,
      allowedOrigins: [],
      messagesEndpoint: true,
      microsoftApp: null,
    });
  });

  it('needs only the phone and a data key in production when Bot Framework channels are off', () => {
    expect(readConfig(production).production).toBe(true);
    expect(problemsOf({ NODE_ENV: 'production', MESSAGES_ENDPOINT: 'off' })).toEqual([
      expect.stringMatching(/^CENTER_PHONE is not set\. /),
      expect.stringMatching(/^DATA_KEY is not set\. .*npm run data-key/),
    ]);
  });

  it('reads data keys, the newest first, and refuses what is none', () => {
    const older = Buffer.alloc(32, 'o').toString('base64');
    expect(readConfig({ DATA_KEY: `${dataKey}, ${older}` }).storage.dataKeys).toEqual([Buffer.alloc(32, 'k'), Buffer.alloc(32, 'o')]);
    const short = Buffer.alloc(31, 's').toString('base64');
    const problems = problemsOf({ DATA_KEY: `${dataKey},${short}` });
    expect(problems).toEqual([expect.stringMatching(/^DATA_KEY is set, but not fit\. .*npm run data-key/)]);
    expect(problems.join()).not.toContain(short);
  });

  it('takes PostgreSQL only, without showing its password, and wants keys that all servers share', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://guide:hunter2@db/guide' }).storage.databaseUrl).toBe('postgres://guide:hunter2@db/guide');
    const problems = problemsOf({ DATABASE_URL: 'mysql://guide:hunter2@db/guide' });
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL is set, but not fit\. Give a connection string/)]);
    expect(problems.join()).not.toMatch(/hunter2|mysql/);
    expect(problemsOf({ DATABASE_URL: 'hunter2' }).join()).not.toContain('hunter2');
    expect(problemsOf({ ...production, DATABASE_URL: 'postgres://db/guide' })).toEqual([
      expect.stringMatching(/^HASH_KEY is not set\. Every server/),
      expect.stringMatching(/^TOKEN_KEY is not set\. Every server/),
    ]);
    const shared = { HASH_KEY: 'h'.repeat(32), TOKEN_KEY: 't'.repeat(32) };
    expect(readConfig({ ...production, ...shared, DATABASE_URL: 'postgresql://db/guide' })).toMatchObject({
      hashKey: shared.HASH_KEY,
      tokenKey: shared.TOKEN_KEY,
    });
  });

  it('keeps its data where it is told to', () => {
    expect(readConfig({ DATA_DIR: ' /var/lib/guide ' }).storage.folder).toBe('/var/lib/guide');
    expect(readConfig({ DATA_DIR: '' }).storage.folder).toBe('data');
  });

  it('refuses a hash key that can be guessed, without showing it', () => {
    const problems = problemsOf({ HASH_KEY: 'hunter2' });
    expect(problems).toEqual(['HASH_KEY is set, but not fit. Give at least 32 random characters.']);
  });

  it('counts an empty setting as absent', () => {
    expect(readConfig({ PORT: '', CENTER_HOURS: '  ' })).toMatchObject({ port: 3978, center: { hours: null } });
  });

  it('reports all problems at once, each with the setting, what was found and the mend', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      PORT: '99999',
      CENTER_TIME_ZONE: 'Mars/Olympus',
      CENTER_HOURS: 'Mon 8-20',
      PUBLIC_URL: 'http://a.example',
    });
    expect(problems).toEqual([
      'PORT is "99999". Give a whole number from 0 to 65535.',
      expect.stringMatching(/^CENTER_HOURS is "Mon 8-20"\. Write hours like /),
      'CENTER_TIME_ZONE is "Mars/Olympus". Give an IANA time zone, like America/New_York.',
      'PUBLIC_URL is "http://a.example". Give an address that begins with https://.',
      expect.stringMatching(/^CENTER_PHONE is not set\. /),
      expect.stringMatching(/^DATA_KEY is not set\. /),
      expect.stringMatching(/^MICROSOFT_APP_ID is not set\. .*MESSAGES_ENDPOINT=off/),
    ]);
  });

  it('never shows a secret', () => {
    const problems = problemsOf({ TOKEN_KEY: 'too-short-secret', MICROSOFT_APP_PASSWORD: 'hunter2', MICROSOFT_APP_ID: 'id' });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toMatch(/too-short-secret|hunter2/);
  });

  it.each(['865-555-0100', '(865) 555-0199', '+1 865 555 0142', '18655550142'])(
    'refuses the fictional number %s in production',
    (phone) => {
      expect(problemsOf({ ...production, CENTER_PHONE: phone })).toEqual([expect.stringContaining('fictional')]);
    },
  );

  it.each(['988', '123-456-7890', '865-123-4567', '911-234-5678', 'call us', '865-234-567'])(
    'refuses %s, which is no US number',
    (phone) => {
      expect(problemsOf({ ...production, CENTER_PHONE: phone })).toEqual([expect.stringContaining('US telephone number')]);
    },
  );

  it.each(['865-234-5678', '+1 (865) 234-5678', '1.865.555.1234'])('takes %s', (phone) => {
    expect(readConfig({ ...production, CENTER_PHONE: phone }).center.phone).toBe(phone);
  });

  it('reads hours with their time zone and holidays', () => {
    const { hours, timeZone } = readConfig({ CENTER_HOURS: 'Sat 09:00-17:00', CENTER_HOLIDAYS: '2026-11-26, 2026-12-25' }).center;
    expect(hours).toEqual({
      spans: [{ weekday: 6, opens: 540, closes: 1020 }],
      holidays: ['2026-11-26', '2026-12-25'],
    });
    expect(timeZone).toBe('America/New_York');
    expect(problemsOf({ CENTER_HOLIDAYS: '2026-02-30' })).toEqual([expect.stringContaining('"2026-02-30" is not a day')]);
  });

  it('takes origins without a path only', () => {
    expect(readConfig({ ALLOWED_ORIGINS: 'https://a.example, http://localhost:8080' }).allowedOrigins).toEqual([
      'https://a.example',
      'http://localhost:8080',
    ]);
    expect(problemsOf({ ALLOWED_ORIGINS: 'https://a.example/page' })).toHaveLength(1);
    expect(problemsOf({ ALLOWED_ORIGINS: '*' })).toHaveLength(1);
  });

  it('wants what each type of bot needs', () => {
    expect(problemsOf({ MICROSOFT_APP_ID: 'id' })).toHaveLength(2);
    expect(problemsOf({ MICROSOFT_APP_ID: 'id', MICROSOFT_APP_TYPE: 'MultiTenant', MICROSOFT_APP_PASSWORD: 'secret' })).toEqual([]);
    expect(problemsOf({ MICROSOFT_APP_ID: 'id', MICROSOFT_APP_TYPE: 'UserAssignedMSI', MICROSOFT_APP_TENANT_ID: 't' })).toEqual([]);
  });

  it('takes Twilio with a token and the address that is signed, or none of both', () => {
    const twilio = { TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef', TWILIO_WEBHOOK_URL: 'https://guide.example.org/api/sms' };
    expect(readConfig({}).twilio).toBeNull();
    expect(readConfig({ ...twilio, TWILIO_AUTH_TOKEN: `${'a'.repeat(32)}, ${'b'.repeat(32)}` }).twilio).toEqual({
      authTokens: ['a'.repeat(32), 'b'.repeat(32)],
      webhookUrl: twilio.TWILIO_WEBHOOK_URL,
    });
    for (const name of ['TWILIO_AUTH_TOKEN', 'TWILIO_WEBHOOK_URL'] as const)
      expect(problemsOf({ [name]: twilio[name] })).toEqual([expect.stringContaining('is not set')]);
    for (const url of ['http://guide.example.org/api/sms', 'https://guide.example.org/', 'https://guide.example.org/api/sms#x'])
      expect(problemsOf({ ...twilio, TWILIO_WEBHOOK_URL: url })).toEqual([expect.stringContaining('TWILIO_WEBHOOK_URL')]);
    const wrong = problemsOf({ ...twilio, TWILIO_AUTH_TOKEN: 'hunter2' });
    expect(wrong).toEqual([expect.stringContaining('TWILIO_AUTH_TOKEN is set, but not fit')]);
    expect(wrong.join()).not.toContain('hunter2');
  });

  it('wants a hash key of its own in production where people are known by numbers or accounts', () => {
    const twilio = { TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef', TWILIO_WEBHOOK_URL: 'https://guide.example.org/api/sms' };
    expect(problemsOf({ ...production, ...twilio })).toEqual([expect.stringContaining('HASH_KEY is not set')]);
    expect(problemsOf({ ...production, ...twilio, HASH_KEY: 'x'.repeat(32) })).toEqual([]);
    expect(problemsOf(production)).toEqual([]);
  });
});
