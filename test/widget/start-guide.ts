import { createPageRenderer, pickChannelTexts } from '../../src/channels';
import { respond } from '../../src/conversation/respond';
import { lastResort } from '../../src/safety/last-resort';
import type { Store } from '../../src/storage/store';
import { TestServer } from '../fakes/test-server';
import { plainCenter, realContent } from '../support/real-content';

/** The real guide, for pages of `origins`. `port`: 0 for any free one; `store`: another one than a new memory. `now`: another clock, epoch milliseconds. */
export function startGuide(
  origins: readonly string[] = [],
  { port = 0, store, now }: { port?: number; store?: Store; now?: () => number } = {},
): Promise<TestServer> {
  const content = realContent();
  const render = createPageRenderer(pickChannelTexts(content.data.texts));
  const settings = { CENTER_NAME: plainCenter.name, CENTER_PHONE: plainCenter.phone, ALLOWED_ORIGINS: origins.join(',') };
  return TestServer.start({ content, respond, render, lastResort, ...(store && { store }), ...(now && { now }) }, settings, port);
}
