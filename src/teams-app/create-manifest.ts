import { appScopes } from './app-scopes';
import type { AppWords } from './app-words';
import { publisherName } from './publisher-name';
import type { AppSettings } from './read-app-settings';
import { schemaVersion } from './schema-version';

/** The green of the website chat (`--bar` in src/widget/chat.css) and of color.png. */
const green = '#0b5549';

/** The file `manifest.json` of a Teams app: who publishes it, what it is called, and which bot answers. `version` is MAJOR.MINOR.PATCH. */
export function createManifest(words: AppWords, { botId, center, website, privacy, terms }: AppSettings, version: string) {
  const commands = words.commands.map(({ title, description }) => ({ title, description }));
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    // One app for one bot: the bot's id is stable and nobody else's.
    id: botId,
    localizationInfo: { defaultLanguageTag: 'en', additionalLanguages: [{ languageTag: 'es', file: 'es.json' }] },
    developer: { name: publisherName(center.name), websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    name: { short: words.name, full: words.fullName },
    description: { short: words.shortDescription, full: words.description },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: green,
    bots: [
      {
        botId,
        scopes: appScopes,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: appScopes.map((scope) => ({ scopes: [scope], commands })),
      },
    ],
    // Nothing of ours is shown inside Teams; links open in the browser.
    validDomains: [],
    // What people say here is best said alone: that is what the button "Add" leads to.
    defaultInstallScope: 'personal',
    // The schema does not ask for it, but since 1.25 Teams refuses apps with the scope "team" that do not have it.
    supportsChannelFeatures: 'tier1',
  } as const;
}
