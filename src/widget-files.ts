import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { WidgetSettings } from './widget/settings';

/** One file of the website chat. Compressed when somebody first asks, and kept: at the start it would cost a fifth of a second. */
export interface WidgetFile {
  readonly plain: Buffer;
  readonly br: () => Buffer;
  readonly gzip: () => Buffer;
}

/** The files of the website chat with the center's settings in them, and the addresses that they are served at. */
export interface WidgetFiles {
  /** Address below the server's root without a slash before it -> file. */
  readonly files: ReadonlyMap<string, WidgetFile>;
  /** The loader whose address never changes, which always loads the newest chat. */
  readonly loader: string;
  /** The loader that a page can pin: its bytes never change under this address. */
  readonly pinned: string;
  /** Subresource integrity of `pinned`: `sha384-...`. */
  readonly integrity: string;
  /** The chat's own file. */
  readonly widget: string;
}

/** Puts the settings into the bundles of `folder` (dist/widget). Throws where they have not been built. */
export function createWidgetFiles(folder: string, settings: WidgetSettings): WidgetFiles {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const map = read('widget.js.map');
  const printing = read('print-summary.js');
  const print = `widget/${shortHash(printing)}.js`;
  // These constants stand in a line of their own, so that the source map needs one line more and nothing else.
  const filled = `const guidePrint=${JSON.stringify(print.slice('widget/'.length))},guideSettings=${JSON.stringify(settings)}`;
  const code = `${filled};\n${read('widget.js')}`;
  const widget = `widget/${shortHash(code)}.js`;
  const loader = (target: string) => `(()=>{const guideWidget=${JSON.stringify(target)};${read('loader.js').trim()}})()\n`;
  const fixed = loader('widget/latest.js');
  const pinned = `guide-${shortHash(fixed)}.js`;
  const entries: readonly (readonly [string, string])[] = [
    ['guide.js', loader(widget)],
    [pinned, fixed],
    [print, printing],
    [widget, code],
    [`${widget}.map`, map.replace('"mappings":"', '"mappings":";')],
  ];
  return {
    files: new Map(entries.map(([name, text]) => [name, fileOf(text)])),
    loader: 'guide.js',
    pinned,
    integrity: `sha384-${createHash('sha384').update(fixed).digest('base64')}`,
    widget,
  };
}

function fileOf(text: string): WidgetFile {
  const plain = Buffer.from(text);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  return { plain, br: once(() => brotliCompressSync(plain, quality)), gzip: once(() => gzipSync(plain, { level: 9 })) };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
