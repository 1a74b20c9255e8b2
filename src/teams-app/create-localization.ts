import { appScopes } from './app-scopes';
import type { AppWords } from './app-words';
import { schemaVersion } from './schema-version';

/** The file of one more language: what it says instead of the manifest, by the place in the manifest. */
export function createLocalization(words: AppWords): Readonly<Record<string, string>> {
  const commands = appScopes.flatMap((_scope, list) =>
    words.commands.flatMap(({ title, description }, index) => {
      const place = `bots[0].commandLists[${list}].commands[${index}]`;
      return [
        [`${place}.title`, title],
        [`${place}.description`, description],
      ];
    }),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.name,
    'name.full': words.fullName,
    'description.short': words.shortDescription,
    'description.full': words.description,
    ...Object.fromEntries(commands),
  };
}
