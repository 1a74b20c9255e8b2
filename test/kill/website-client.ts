import { randomUUID } from 'node:crypto';
import { ConversationLost } from './conversation-lost';
import { phrases } from './phrases';
import type { Requests } from './requests';

const directLine = '/v3/directline';

interface Entry {
  readonly id: string;
  readonly from: { readonly role: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

/** What a client found in the log of its conversation at the end. */
export interface Findings {
  readonly acknowledged: number;
  readonly resent: number;
  /** Acknowledged messages that are not in the log, and replies that the client never saw. */
  readonly lost: number;
  /** Messages that are in the log twice, and replies that the client saw twice. */
  readonly doubled: number;
  /** Gaps of the log, and messages without a reply. */
  readonly faults: readonly string[];
}

/** Somebody on the website who sends each message until it is acknowledged, and every third one once more after that. */
export class WebsiteClient {
  private path = '';
  private token = '';
  private watermark = '';
  private readonly acknowledged = new Set<string>();
  private readonly seen: string[] = [];
  private resent = 0;

  constructor(
    private readonly requests: Requests,
    private readonly servers: readonly { readonly url: string }[],
  ) {}

  /** Talks until told to end, or until the conversation is lost. */
  async talk(isOver: () => boolean): Promise<void> {
    await this.say(isOver).catch(unlessLost);
  }

  private async say(isOver: () => boolean): Promise<void> {
    const visitor = await this.requests.insist(this.servers, 'POST', `${directLine}/tokens/generate`, {});
    const opened = await this.requests.insist(this.servers, 'POST', `${directLine}/conversations`, {}, visitor.token);
    this.token = opened.token;
    this.path = `${directLine}/conversations/${opened.conversationId}/activities`;
    for (let turn = 0; !isOver(); turn += 1) {
      const clientActivityID = randomUUID();
      const message = { type: 'message', text: phrases[turn % phrases.length], channelData: { clientActivityID } };
      await this.requests.insist(this.servers, 'POST', this.path, message, this.token);
      this.acknowledged.add(clientActivityID);
      if (turn % 3 === 2) {
        this.resent += 1;
        await this.requests.insist(this.servers, 'POST', this.path, message, this.token);
      }
      await this.read();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    }
  }

  /** Reads the whole log and compares it with what was acknowledged and seen. Of a lost conversation, its opening is lost too. */
  async check(): Promise<Findings> {
    const found = await this.compare().catch(unlessLost);
    const acknowledged = this.acknowledged.size;
    return found ?? { acknowledged, resent: this.resent, lost: acknowledged + 1, doubled: 0, faults: [] };
  }

  private async compare(): Promise<Findings> {
    await this.read();
    const log: Entry[] = [];
    for (let watermark = '', more = true; more; ) {
      const set = await this.requests.insist(this.servers, 'GET', `${this.path}?watermark=${watermark}`, undefined, this.token);
      log.push(...set.activities);
      more = set.activities.length > 0;
      watermark = set.watermark;
    }
    const ids = log.flatMap((entry) => (entry.from.role === 'user' ? [entry.channelData?.clientActivityID ?? ''] : []));
    const logged = new Set(ids);
    const seen = new Set(this.seen);
    return {
      acknowledged: this.acknowledged.size,
      resent: this.resent,
      lost: [...this.acknowledged].filter((id) => !logged.has(id)).length + log.filter((entry) => !seen.has(entry.id)).length,
      doubled: ids.length - logged.size + (this.seen.length - seen.size),
      faults: [
        ...log.flatMap((entry, index) => (Number(entry.id.split('|')[1]) === index + 1 ? [] : [`a gap before ${entry.id}`])),
        ...log.flatMap((entry, index) =>
          entry.from.role === 'user' && log[index + 1]?.from.role !== 'bot' ? [`no reply to ${entry.id}`] : [],
        ),
      ],
    };
  }

  private async read(): Promise<void> {
    for (;;) {
      const set = await this.requests.insist(this.servers, 'GET', `${this.path}?watermark=${this.watermark}`, undefined, this.token);
      // What a server says while it cannot keep anything does not stand in the log.
      this.seen.push(...set.activities.map(({ id }: Entry) => id).filter((id: string) => !id.includes('|p')));
      this.watermark = set.watermark;
      if (set.activities.length < 100) return;
    }
  }
}

function unlessLost(error: unknown): undefined {
  if (!(error instanceof ConversationLost)) throw error;
}
