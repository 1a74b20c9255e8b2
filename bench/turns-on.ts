import { createPageRenderer, pickChannelTexts } from '../src/channels';
import type { Content } from '../src/content/content';
import { respond } from '../src/conversation/respond';
import { lastResort } from '../src/safety/last-resort';
import type { Store } from '../src/storage/store';
import { ConversationQueue } from '../src/turn/conversation-queue';
import type { TurnDependencies } from '../src/turn/turn';

/** Hides ids in keys. */
export const secret = 'a secret of benchmarks, longer than 32 characters';

/** What real turns need on a store, without a server around them. A turn that fails ends the run: its time would be a lie. */
export function turnsOn(store: Store, content: Content): TurnDependencies {
  return {
    content,
    respond,
    render: createPageRenderer(pickChannelTexts(content.data.texts)),
    lastResort,
    store,
    queue: new ConversationQueue(),
    outbox: { wake: () => undefined, sendFirst: () => undefined },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (event, _fields, error) => {
        throw new Error(event, { cause: error });
      },
    },
    secret,
    now: Date.now,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
  };
}
