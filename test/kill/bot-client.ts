import { randomUUID } from 'node:crypto';
import type { FakeConnector } from '../fakes/fake-connector';
import { phrases } from './phrases';
import type { Requests } from './requests';
import type { Findings } from './website-client';

/** Longer than the claim of a server that was killed while it sent. */
const deliveryMilliseconds = 75_000;

/** Somebody in Teams, whose channel delivers each message until it is acknowledged, and every third one once more after that. */
export class BotClient {
  private readonly conversation = `teams-${randomUUID()}`;
  private readonly acknowledged = new Set<string>();
  private resent = 0;

  constructor(
    private readonly requests: Requests,
    private readonly servers: readonly { readonly url: string }[],
    private readonly connector: FakeConnector,
  ) {}

  /** Talks until told to end. */
  async talk(isOver: () => boolean): Promise<void> {
    for (let turn = 0; !isOver(); turn += 1) {
      const id = randomUUID();
      const message = {
        type: 'message',
        id,
        channelId: 'msteams',
        serviceUrl: this.connector.url,
        conversation: { id: this.conversation },
        from: { id: 'person' },
        recipient: { id: 'guide' },
        text: phrases[turn % phrases.length],
      };
      await this.requests.insist(this.servers, 'POST', '/api/messages', message);
      this.acknowledged.add(id);
      if (turn % 3 === 2) {
        this.resent += 1;
        await this.requests.insist(this.servers, 'POST', '/api/messages', message);
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
    }
  }

  /** Waits for the replies to all that was acknowledged. A reply may come twice after a crash: that is no fault. */
  async check(): Promise<Findings> {
    const missing = () => {
      const answered = new Set(this.connector.sent.map(({ replyToId }) => replyToId));
      return [...this.acknowledged].filter((id) => !answered.has(id));
    };
    const until = performance.now() + deliveryMilliseconds;
    while (missing().length > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    return { acknowledged: this.acknowledged.size, resent: this.resent, lost: missing().length, doubled: 0, faults: [] };
  }
}
