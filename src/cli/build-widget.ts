import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

/** Largest size of each file, gzipped, in bytes. The server adds the center's settings to widget.js: 10 KiB in all, see test/widget/files.test.ts. */
const parts: readonly { readonly name: string; readonly largest: number; readonly options: BuildOptions }[] = [
  { name: 'loader', largest: 600, options: { format: 'iife', target: 'es2020' } },
  { name: 'print-summary', largest: 1000, options: { format: 'esm', target: 'es2022' } },
  { name: 'widget', largest: 9000, options: { format: 'esm', target: 'es2022', sourcemap: 'external' } },
];

/** Style sheets are texts, which the chat adopts by script: a page's policy may forbid inline styles. */
const styleSheets: Plugin = {
  name: 'style-sheets',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    }),
};

/**
 * Bundles the website chat of the project at `root` into `dist/widget`, and tells the sizes. Rejects with an Error where the code cannot be read, or a
 * file is larger than it may be.
 */
export async function buildWidget(root: string, progress: (line: string) => void): Promise<void> {
  const folder = join(root, 'dist', 'widget');
  mkdirSync(folder, { recursive: true });
  const sizes: string[] = [];
  for (const { name, largest, options } of parts) {
    const { outputFiles } = await build({
      ...options,
      entryPoints: [join(root, 'src', 'widget', `${name}.ts`)],
      outdir: folder,
      bundle: true,
      minify: true,
      write: false,
      plugins: [styleSheets],
      legalComments: 'none',
      logLevel: 'silent',
    });
    for (const { path, contents } of outputFiles) {
      writeFileSync(join(folder, basename(path)), contents);
      if (path.endsWith('.map')) continue;
      const size = gzipSync(contents, { level: 9 }).length;
      if (size > largest) throw new Error(`src/widget: ${name}.js has ${size} bytes gzipped. At most ${largest}: leave something out.`);
      sizes.push(`${name} ${(size / 1000).toFixed(2)} kB`);
    }
  }
  progress(`website chat, gzipped: ${sizes.join(', ')}`);
}
