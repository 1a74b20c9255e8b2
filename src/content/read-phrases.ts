import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhraseFile } from './content-files';

/** Reads the phrase files of one folder below `root`: `<folder>/<language>/<subject>.txt`. A folder that is not there has none. */
export function readPhrases(root: string, folder: string): PhraseFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((language) =>
      readdirSync(join(root, folder, language))
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => {
          const name = `${folder}/${language}/${file}`;
          const lines = readFileSync(join(root, name), 'utf8')
            .split('\n')
            .map((text, index) => ({ line: index + 1, text: text.trim() }))
            .filter(({ text }) => text !== '' && !text.startsWith('#'));
          return { name, language, subject: file.slice(0, -'.txt'.length), lines };
        }),
    );
}
