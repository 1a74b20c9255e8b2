import { strToU8, zipSync } from 'fflate';
import type { Content } from '../content/content';
import { appWords } from './app-words';
import { createLocalization } from './create-localization';
import { createManifest } from './create-manifest';
import type { AppSettings } from './read-app-settings';

/** The app's icons, as PNG files. */
export interface AppIcons {
  /** 192 by 192 pixels. */
  readonly color: Uint8Array;
  /** 32 by 32 pixels, white and transparent. */
  readonly outline: Uint8Array;
}

/** The first day that a zip can name, in local time, as the zip is written: the same on every computer. */
const noDay = new Date(1980, 0, 1);

/** The app package: a zip file, the same bytes for the same content, settings, icons and version. Throws where content lacks a text. */
export function createPackage(content: Content, settings: AppSettings, icons: AppIcons, version: string): Uint8Array {
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  return zipSync(
    {
      'manifest.json': json(createManifest(appWords(content, 'en'), settings, version)),
      'es.json': json(createLocalization(appWords(content, 'es'))),
      'color.png': icons.color,
      'outline.png': icons.outline,
    },
    { level: 9, mtime: noDay },
  );
}
