import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkContent } from '../../src/content/check-content';
import type { Problem } from '../../src/content/problem';
import { readContentFiles } from '../../src/content/read-content-files';
import { spokenCommands } from '../../src/content/spoken-commands';
import { spokenTexts } from '../../src/content/spoken-texts';

/** One fault in the small content of test/content-rules/base. */
export interface Fault {
  readonly why: string;
  readonly file: string;
  /** What stands in the file once and is replaced; without it the whole file is. */
  readonly find?: string;
  /** What is put there; `(removed)` in place of a whole file removes it. */
  readonly put: string;
  /** Where the problem is found: the line on which this first stands, by default where it was put. */
  readonly at?: string;
  /** The file in which it is found, where it is another one. */
  readonly in?: string;
}

/** What the check says, and the line on which it has to say it. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly line: number;
}

const base = join(__dirname, '../content-rules/base');

function writeBase(root: string): void {
  cpSync(base, root, { recursive: true });
  const common = join(root, 'dialogs/common.yaml');
  const texts = spokenTexts.map((id) => `  ${id}: { en: You can go on., es: Puede seguir. }`);
  const commands = spokenCommands.map(
    (id, index) => `  ${id}: { label: { en: Do ${index} it, es: Haga ${index} }, also: { en: [], es: [] } }`,
  );
  writeFileSync(common, [readFileSync(common, 'utf8'), 'texts:', ...texts, 'commands:', ...commands, ''].join('\n'));
}

/** Puts the fault in, and tells the line on which it has to be found. */
function spoil(root: string, { file, find, put, at, in: elsewhere }: Fault): number {
  const path = join(root, file);
  let index = 0;
  if (find !== undefined) {
    const parts = readFileSync(path, 'utf8').split(find);
    if (parts.length !== 2) throw new Error(`"${find}" stands ${parts.length - 1} times in ${file}`);
    writeFileSync(path, parts.join(put));
    index = parts[0]?.length ?? 0;
  } else if (put === '(removed)') rmSync(path);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, put);
  }
  if (at === undefined && index === 0) return 1;
  const text = readFileSync(join(root, elsewhere ?? file), 'utf8');
  const found = at === undefined ? index : text.indexOf(at);
  if (found < 0) throw new Error(`"${at}" is not in the file`);
  return text.slice(0, found).split('\n').length;
}

/** Checks the small content, with one fault or none. */
export function checkTinyContent(fault: Fault | null, now: number): Checked {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    writeBase(root);
    const line = fault === null ? 0 : spoil(root, fault);
    const { files, problems } = readContentFiles(root);
    return { problems: files === null ? problems : checkContent(files, now), line };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
