import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostSite } from './host-site';

const peers = join(__dirname, '..', '..', 'bench', 'peers');

/** The folder of an installed package of `bench/peers`; null: not installed (`npm ci --prefix bench/peers --ignore-scripts`). */
export function peerFolder(name: string): string | null {
  // Also where this file was compiled to dist/bench.
  const found = [peers, join(process.cwd(), 'bench', 'peers')]
    .map((folder) => join(folder, 'node_modules', name))
    .find((folder) => existsSync(folder));
  return found ?? null;
}

/**
 * Puts Microsoft's Web Chat on the site's page, talking to the guide at `guide`; gives its size in bytes, gzipped. `bundle`: `webchat.js`, or
 * `webchat-minimal.js`. `folder`: its package.
 */
export function serveWebChat(site: HostSite, guide: string, folder: string, bundle: string): number {
  const size = site.add(`/${bundle}`, readFileSync(join(folder, 'dist', bundle)));
  site.serve(`<h1>A center</h1><main id="webchat" style="height: 600px"></main><script src="/${bundle}"></script><script>
    fetch('${guide}/v3/directline/tokens/generate', { method: 'POST' }).then((response) => response.json()).then(({ token }) => {
      const directLine = WebChat.createDirectLine({ token, domain: '${guide}/v3/directline' });
      WebChat.renderWebChat({ directLine, locale: 'en-US' }, document.getElementById('webchat'));
    });
  </script>`);
  return size;
}
