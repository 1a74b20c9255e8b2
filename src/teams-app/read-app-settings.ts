import { z } from 'zod';
import { centerOf, readSettings, settingsSchema } from '../config';
import type { CenterSettings } from '../knowledge/center-settings';

/** What the app package is made of beside the content: ids and addresses, and no secret. */
export interface AppSettings {
  /** App id of the Azure Bot. */
  readonly botId: string;
  readonly center: CenterSettings;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/** Longer addresses are refused by Teams. */
const longestAddress = 2048;

function addressOf(what: string) {
  const mend = `Teams wants the address of ${what}: give one that begins with https://.`;
  return z.url({ protocol: /^https$/, message: mend }).max(longestAddress, `Give an address of at most ${longestAddress} characters.`);
}

const schema = settingsSchema.extend({
  MICROSOFT_APP_ID: z.guid('Give the app id of the Azure Bot, a GUID like 01234567-89ab-cdef-0123-456789abcdef.'),
  PUBLIC_URL: addressOf("the center's website"),
  PRIVACY_URL: addressOf("the center's privacy notice"),
  TERMS_URL: addressOf('terms of use'),
});

/**
 * Reads what the app package needs from the server's own settings. Secrets are not needed, so that the package can be made on any computer. Throws ConfigError
 * with every problem at once.
 */
export function readAppSettings(env: Readonly<Record<string, string | undefined>>): AppSettings {
  const settings = readSettings(schema, env, undefined, 'The Teams app package cannot be written');
  const { MICROSOFT_APP_ID: botId, PUBLIC_URL: website, PRIVACY_URL: privacy, TERMS_URL: terms } = settings;
  return { botId, center: centerOf(settings), website, privacy, terms };
}
