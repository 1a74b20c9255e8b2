import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';

const files = {
  manifest: require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json'),
  localization: require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json'),
};

/** What Microsoft's own JSON schema says against a file of the app package; empty when nothing. */
export function schemaErrors(schema: keyof typeof files, value: unknown): string[] {
  // One of the schemas' patterns is none where a pattern is read as Unicode.
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true, formats: { uri: (text: string) => URL.canParse(text) } });
  ajv.validate(JSON.parse(readFileSync(files[schema], 'utf8')), value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
