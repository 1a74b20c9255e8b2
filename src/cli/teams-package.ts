import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import { loadEnvironment } from '../config';
import { loadContent } from '../content/load-content';
import { packageRoot } from '../content/package-root';
import { appWords } from '../teams-app/app-words';
import { createPackage } from '../teams-app/create-package';
import { publisherName } from '../teams-app/publisher-name';
import { readAppSettings } from '../teams-app/read-app-settings';
import { readPackageOptions } from './read-package-options';
import { runProgram } from './run-program';

const usage = `npm run teams:package -- [--out dist/teams-app.zip] [--version 1.2.3]
Writes the app package for the Teams admin center. docs/teams.md tells the whole way.`;

/**
 * Writes the Teams app package by the settings in `env`, and tells `output` what is inside and what to do next. Resolves to the exit code. Throws UsageError for
 * a wrong command line, and ConfigError that names every setting which is missing or wrong.
 */
export async function teamsPackage(
  args: readonly string[],
  output: Writable,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const options = readPackageOptions(args);
  const settings = readAppSettings(env);
  const root = packageRoot();
  const content = loadContent(settings.center);
  const icon = (name: string) => readFileSync(join(root, 'src', 'teams-app', name));
  const version = options.version ?? guideVersion(root);
  const zip = createPackage(content, settings, { color: icon('color.png'), outline: icon('outline.png') }, version);
  const path = options.out ?? relative('.', join(root, 'dist', 'teams-app.zip'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, zip);
  const { name } = settings.center;
  const publisher = publisherName(name);
  output.write(`${path}, ${(zip.length / 1000).toFixed(1)} kB: version ${version} of the app for the bot ${settings.botId}
  manifest.json  "${appWords(content, 'en').name}" of ${publisher}
  es.json        its words in Spanish: "${appWords(content, 'es').name}"
  color.png      the icon
  outline.png    the icon in white, for the bar at the side

${publisher === name ? '' : `The publisher is shown as "${publisher}": Teams takes 32 characters. The app's full name has all of "${name}".\n`}\
Next: read the words in dialogs/teams.yaml, decide who may use the app, and upload the file in the Teams admin center
(https://admin.teams.microsoft.com, Teams apps > Manage apps). docs/teams.md has every step.
`);
  return 0;
}

function guideVersion(root: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
}

if (require.main === module) {
  void runProgram(usage, () => teamsPackage(process.argv.slice(2), process.stdout, loadEnvironment()));
}
