import { createPageRenderer, pickChannelTexts } from '../../src/channels';
import { respond } from '../../src/conversation/respond';
import { lastResort } from '../../src/safety/last-resort';
import type { TurnDependencies } from '../../src/turn/turn';
import { realContent } from '../support/real-content';
import { TestServer } from './test-server';

const content = realContent();
const render = createPageRenderer(pickChannelTexts(content.data.texts));

/** The real guide on a free port; `changes` replaces parts of it. Quick to start, since all share one content. */
export function startRealGuide(changes: Partial<TurnDependencies> = {}): Promise<TestServer> {
  return TestServer.start({ content, respond, render, lastResort, ...changes });
}
