import type { Activity, Attachment } from 'botframework-schema';
import { until } from '../support/until';
import type { FakeConnector } from './fake-connector';
import type { Answer, TestServer } from './test-server';

/** Ids as Teams has them, one of each, for tests to look for where they must not be. */
export const teamsIds = {
  tenant: '0c9e7a52-3f4b-4d18-9a6e-72d05b1c8e41',
  account: 'b7d1f0c3-58a2-4e96-8c4d-1f6a9e3b2705',
  name: 'Dolores Quackenbush',
  user: '29:1kQwErTyUiOpAsDfGhJkLzXcVbNm0123456789',
} as const;

/** The guide's own account in Teams. */
export const teamsGuide = { id: '28:4f1d2c3b-0a9e-4877-b6c5-d4e3f2a1b0c9', name: 'Treatment guide' };

/** Somebody who writes to the guide in a chat of their own in Teams: what Teams sends, and what it shows. */
export class TeamsPerson {
  private posted = 0;

  constructor(
    private readonly server: TestServer,
    private readonly connector: FakeConnector,
    readonly conversation: string,
    private readonly locale = 'en-US',
  ) {}

  /** What the guide has sent to this chat, under the ids that Teams gave. */
  get received(): readonly Partial<Activity>[] {
    return this.connector.sentTo(this.conversation);
  }

  /** Waits until the guide has sent `count` activities in all. Throws after 20 seconds. */
  untilReceived(count: number): Promise<void> {
    return until(() => this.received.length >= count, `activity ${count} of ${this.conversation}`);
  }

  /** Opens the chat for the first time. */
  arrive(): Promise<Answer> {
    return this.post({
      type: 'conversationUpdate',
      membersAdded: [{ id: teamsGuide.id }, { id: teamsIds.user, aadObjectId: teamsIds.account }],
    });
  }

  /** Types. Teams sends the words as HTML as well. */
  say(text: string): Promise<Answer> {
    return this.post({
      type: 'message',
      text,
      textFormat: 'plain',
      attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
    });
  }

  /** Sends a photo or a file. */
  sendFile(): Promise<Answer> {
    const content = { downloadUrl: 'https://example.org/file', uniqueId: 'u', fileType: 'jpg' };
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'photo.jpg', content };
    return this.post({ type: 'message', attachments: [file] });
  }

  /**
   * Taps what sends these choices, on the newest message that has it: a button of a card, ticks and the button below them, or a suggested action, which
   * `label` names. Throws where there is no such thing.
   */
  tap(choices: readonly string[], label: string): Promise<Answer> {
    const newest = [...this.received].reverse();
    for (const { id, attachments = [], suggestedActions } of newest) {
      const value = sentBy(attachments, choices);
      if (value !== null) return this.post({ type: 'message', value, replyToId: id });
      if (suggestedActions?.actions.some((action) => action.value === label)) return this.say(label);
    }
    throw new Error(`nothing to tap for ${choices.join(' + ')} (${label})`);
  }

  /** Posts an activity with all that Teams adds to it. */
  post(activity: object): Promise<Answer> {
    this.posted += 1;
    return this.server.call('POST', '/api/messages', undefined, {
      id: `${this.conversation}-${this.posted}`,
      channelId: 'msteams',
      serviceUrl: this.connector.url,
      timestamp: '2026-12-01T15:00:00.000Z',
      localTimestamp: '2026-12-01T10:00:00.000-05:00',
      from: { id: teamsIds.user, name: teamsIds.name, aadObjectId: teamsIds.account },
      recipient: teamsGuide,
      conversation: { id: this.conversation, conversationType: 'personal', tenantId: teamsIds.tenant },
      entities: [{ type: 'clientInfo', locale: this.locale, country: 'US', platform: 'iOS', timezone: 'America/New_York' }],
      channelData: { tenant: { id: teamsIds.tenant }, source: { name: 'message' }, legacy: { replyToId: '1:17tTlwDMtdBnTeX' } },
      locale: this.locale,
      ...activity,
    });
  }
}

interface CardPart {
  readonly type: string;
  readonly id?: string;
  readonly items?: readonly CardPart[];
  readonly choices?: readonly { readonly value: string }[];
  readonly actions?: readonly { readonly type: string; readonly data?: { readonly guide: { readonly choices?: readonly string[] } } }[];
}

/** What a message's cards send for these choices; null where they have no such button and no such ticks. */
function sentBy(attachments: readonly Attachment[], choices: readonly string[]): object | null {
  const parts = attachments.flatMap(({ content }) => (content as { readonly body: readonly CardPart[] }).body);
  const data = parts.flatMap(({ actions = [] }) => actions.flatMap((action) => action.data ?? []));
  const button = data.find(({ guide: { choices: sent } }) => sent?.join() === choices.join());
  if (button !== undefined) return button;
  const ticks = parts.find((part) => choices.every((choice) => part.choices?.some(({ value }) => value === choice)));
  const send = data.find(({ guide: { choices: sent } }) => sent === undefined);
  return ticks?.id === undefined || send === undefined ? null : { ...send, [ticks.id]: choices.join(',') };
}
