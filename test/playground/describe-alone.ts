import { networkInterfaces } from 'node:os';
import type { Browser } from 'playwright-core';
import { describeBrowser } from '../support/describe-browser';
import { requireAll } from '../support/require-all';

const missing = (name: string) =>
  `${name}: needs a network of its own (own-network.sh). Run it on Linux with unshare, as root or where users may make namespaces.`;

/**
 * A `describeBrowser` for suites that must reach no other computer, nor be reached by one: they run where there is only the loopback. Elsewhere the suite
 * is skipped with a line on stderr, or fails when REQUIRE_ALL is 1.
 */
export function describeAlone(name: string, body: (browser: () => Browser) => void): void {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  if (addresses.length > 0 && addresses.every(({ internal }) => internal)) {
    describeBrowser(name, body);
  } else if (requireAll) {
    it(`${name}: has a network of its own`, () => {
      throw new Error(missing(name));
    });
  } else {
    process.stderr.write(`skipped, ${missing(name)}\n`);
    describe.skip(name, () =>
      body(() => {
        throw new Error('skipped');
      }),
    );
  }
}
