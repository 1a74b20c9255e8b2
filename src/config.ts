import { existsSync } from 'node:fs';
import { z } from 'zod';
import { describeSetting, type Given } from './describe-setting';
import { findConflicts } from './find-conflicts';
import { isUsPhone } from './is-us-phone';
import type { CenterSettings } from './knowledge/center-settings';
import { readDates } from './read-dates';
import { readHours } from './read-hours';

/** Everything that an operator can set, checked. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly center: CenterSettings;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
  readonly storage: StorageSettings;
  /** Signs Direct Line tokens; null: made once and kept in the data folder. */
  readonly tokenKey: string | null;
  /** Makes the keys of conversations and messages out of their ids; null: made once and kept in the data folder. */
  readonly hashKey: string | null;
  /** Origins of other websites that may use the chat; the guide's own pages always may. */
  readonly allowedOrigins: readonly string[];
  /** `POST /api/messages` for Bot Framework channels is served. */
  readonly messagesEndpoint: boolean;
  /** Who the bot is for Azure Bot Service; null: nobody is checked, for development only. */
  readonly microsoftApp: MicrosoftApp | null;
  /** Text messages that Twilio sends to `POST /api/sms` by itself; null: they are not taken. */
  readonly twilio: TwilioSettings | null;
}

/** How webhooks of Twilio are checked. */
interface TwilioSettings {
  /** The account's auth token; while it is being changed, the new one and the old one. */
  readonly authTokens: readonly string[];
  /** The address that stands in Twilio's console. */
  readonly webhookUrl: string;
}

/** Where conversations are kept. */
export interface StorageSettings {
  /** Folder of the SQLite file and of the keys that are made when none are given. */
  readonly folder: string;
  /** Connection string of PostgreSQL; null: SQLite. */
  readonly databaseUrl: string | null;
  /** 32 bytes each: the first encrypts what is kept, the others read what was kept earlier. None: nothing is encrypted. */
  readonly dataKeys: readonly Buffer[];
}

/** A bot's registration with Microsoft. */
export interface MicrosoftApp {
  readonly id: string;
  readonly password: string | null;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly tenantId: string | null;
}

/** What the operator gave is not fit to work with; the message lists every problem, one a line, below what cannot be done. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly problems: readonly string[],
    failure = 'The guide cannot start',
  ) {
    super(`${failure}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

// Messages are the mend: what to give instead.
const wholeNumber = (from: number, to: number) => {
  const mend = `Give a whole number from ${from} to ${to}.`;
  return z.string().regex(/^\d+$/, mend).transform(Number).pipe(z.number().min(from, mend).max(to, mend));
};
const mended = <T>(read: (text: string) => T, mend: (reason: string) => string) =>
  z.string().transform((text, context): T => {
    try {
      return read(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: mend(error instanceof Error ? error.message : '') });
      return z.NEVER;
    }
  });
const httpsUrl = z.url({ protocol: /^https$/, message: 'Give an address that begins with https://.' });
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);

/** All settings, as they are read. */
export const settingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production'], 'Give production, development or test.').default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3978),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], 'Give error, warn, info or debug.').default('info'),
  CENTER_NAME: z.string().max(40, 'Give a name of at most 40 characters.').default('Knoxville Recovery Center'),
  CENTER_PHONE: z.string().refine(isUsPhone, 'Give a US telephone number in digits, like 865-234-5678.').default('865-555-0100'),
  CENTER_HOURS: mended(readHours, (reason) => `Write hours like "Mon-Fri 08:00-20:00; Sat 09:00-17:00" (${reason}).`).optional(),
  CENTER_TIME_ZONE: mended(readTimeZone, () => 'Give an IANA time zone, like America/New_York.').default('America/New_York'),
  CENTER_HOLIDAYS: mended(readDates, (reason) => `Write days as YYYY-MM-DD with commas between (${reason}).`).default([]),
  CENTER_ADDRESS: z.string().optional(),
  PUBLIC_URL: httpsUrl.optional(),
  PRIVACY_URL: httpsUrl.optional(),
  TERMS_URL: httpsUrl.optional(),
  WEB_IDLE_MINUTES: wholeNumber(1, 24 * 60).default(30),
  TEXT_IDLE_HOURS: wholeNumber(1, 30 * 24).default(24),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().refine(isPostgresUrl, 'Give a connection string like postgres://user:password@host:5432/guide.').optional(),
  DATA_KEY: list
    .refine((keys) => keys.length > 0, 'Give a key as npm run data-key makes it.')
    .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')))
    .refine(
      (keys) => keys.every((key) => key.length === 32),
      'Give keys as npm run data-key makes them, with commas between, the newest first.',
    )
    .default([]),
  HASH_KEY: z.string().min(32, 'Give at least 32 random characters.').optional(),
  TOKEN_KEY: z.string().min(32, 'Give at least 32 random characters.').optional(),
  ALLOWED_ORIGINS: list
    .refine((all) => all.every(isOrigin), 'Give origins like https://www.example.org, without a path, with commas between.')
    .default([]),
  HANDOFF_EVENT: z.enum(['off', 'coded-summary'], 'Give off or coded-summary.').default('off'),
  MESSAGES_ENDPOINT: z.enum(['on', 'off'], 'Give on or off.').default('on'),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], 'Give SingleTenant, MultiTenant or UserAssignedMSI.')
    .default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  TWILIO_AUTH_TOKEN: list
    .refine(
      (tokens) => tokens.length > 0 && tokens.every((token) => /^[0-9a-f]{32}$/i.test(token)),
      "Give the 32 characters of Twilio's console.",
    )
    .optional(),
  TWILIO_WEBHOOK_URL: httpsUrl
    .refine(
      (url) => URL.canParse(url) && new URL(url).pathname === '/api/sms' && !url.includes('#'),
      "Give the address of /api/sms, as it stands in Twilio's console.",
    )
    .optional(),
});

/** Names of all settings, for `.env.example` and the settings table. */
export const settingNames: readonly string[] = Object.keys(settingsSchema.shape);

type Settings = z.infer<typeof settingsSchema>;
type Env = Readonly<Record<string, string | undefined>>;

/** Reads the server's settings from `env`; an empty one counts as absent. Throws ConfigError with every problem at once. */
export function readConfig(env: Env): Config {
  return toConfig(readSettings(settingsSchema, env, findConflicts));
}

/** Reads what `schema` wants of `env`. `conflicts` finds problems across the values that were given. Throws ConfigError, headed by `failure`. */
export function readSettings<T>(schema: z.ZodType<T>, env: Env, conflicts: (given: Given) => string[] = () => [], failure?: string): T {
  const given: Record<string, string> = {};
  for (const name of settingNames) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  const read = schema.safeParse(given);
  const problems = [
    ...(read.error?.issues ?? []).map((issue) => describeSetting(String(issue.path[0]), given, issue.message)),
    ...conflicts(given),
  ];
  if (!read.success || problems.length > 0) throw new ConfigError(problems, failure);
  return read.data;
}

/** The settings that were given: those of `.env` in the working directory, where there is one, and of the environment, which wins. */
export function loadEnvironment(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** The server's settings as they were given. Throws ConfigError. */
export function loadConfig(): Config {
  return readConfig(loadEnvironment());
}

/** What settings say of the center. */
export function centerOf(settings: Settings): CenterSettings {
  return {
    name: settings.CENTER_NAME,
    phone: settings.CENTER_PHONE,
    hours: settings.CENTER_HOURS ? { spans: settings.CENTER_HOURS, holidays: settings.CENTER_HOLIDAYS } : null,
    timeZone: settings.CENTER_TIME_ZONE,
    address: settings.CENTER_ADDRESS ?? null,
    website: settings.PUBLIC_URL ?? null,
    privacy: settings.PRIVACY_URL ?? null,
    webIdleMinutes: settings.WEB_IDLE_MINUTES,
    textIdleHours: settings.TEXT_IDLE_HOURS,
    sendsSummary: settings.HANDOFF_EVENT === 'coded-summary',
  };
}

function toConfig(settings: Settings): Config {
  const app = settings.MICROSOFT_APP_ID;
  return {
    production: settings.NODE_ENV === 'production',
    host: settings.HOST,
    port: settings.PORT,
    center: centerOf(settings),
    logLevel: settings.LOG_LEVEL,
    storage: { folder: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL ?? null, dataKeys: settings.DATA_KEY },
    tokenKey: settings.TOKEN_KEY ?? null,
    hashKey: settings.HASH_KEY ?? null,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    messagesEndpoint: settings.MESSAGES_ENDPOINT === 'on',
    microsoftApp:
      app === undefined
        ? null
        : {
            id: app,
            password: settings.MICROSOFT_APP_PASSWORD ?? null,
            type: settings.MICROSOFT_APP_TYPE,
            tenantId: settings.MICROSOFT_APP_TENANT_ID ?? null,
          },
    twilio:
      settings.TWILIO_AUTH_TOKEN === undefined || settings.TWILIO_WEBHOOK_URL === undefined
        ? null
        : { authTokens: settings.TWILIO_AUTH_TOKEN, webhookUrl: settings.TWILIO_WEBHOOK_URL },
  };
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function readTimeZone(text: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
}
