import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { TestServer } from './test-server';

/** The settings with which a test server takes text messages of `TwilioPhone`. */
export const twilioSettings = {
  TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
  TWILIO_WEBHOOK_URL: 'https://guide.example.org/api/sms',
};

/** What came back to a text message. */
export interface TwilioAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
  /** The messages in it, as a phone shows them. */
  readonly messages: readonly string[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A phone whose text messages Twilio brings to a server, signed by Twilio's own library. */
export class TwilioPhone {
  private sent = 0;

  constructor(
    private readonly server: TestServer,
    readonly number = '+18655550123',
  ) {}

  /** Sends a text message; `fields` adds to the form or replaces what stands in it, `id` is that of a message which was sent before. */
  text(body: string, fields: Readonly<Record<string, string>> = {}, id = this.nextId()): Promise<TwilioAnswer> {
    return this.post({
      ToCountry: 'US',
      SmsMessageSid: id,
      NumMedia: '0',
      SmsSid: id,
      SmsStatus: 'received',
      Body: body,
      FromCountry: 'US',
      To: '+18655550199',
      NumSegments: '1',
      MessageSid: id,
      AccountSid: 'AC00000000000000000000000000000000',
      From: this.number,
      ApiVersion: '2010-04-01',
      ...fields,
    });
  }

  nextId(): string {
    this.sent += 1;
    return `SM${this.number.slice(1)}${String(this.sent).padStart(21, '0')}`;
  }

  /** Posts a form; `signature` replaces the right one. */
  async post(fields: Readonly<Record<string, string>>, signature = sign(fields)): Promise<TwilioAnswer> {
    const response = await fetch(`${this.server.url}/api/sms`, {
      method: 'POST',
      headers: { 'X-Twilio-Signature': signature },
      body: new URLSearchParams(fields),
    });
    const body = await response.text();
    const messages = [...body.matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text = '']) =>
      text.replace(/&(\w+);/g, (_entity, name: string) => entities[name] ?? '?'),
    );
    return { status: response.status, type: response.headers.get('content-type'), body, messages };
  }
}

function sign(fields: Readonly<Record<string, string>>): string {
  return getExpectedTwilioSignature(twilioSettings.TWILIO_AUTH_TOKEN, twilioSettings.TWILIO_WEBHOOK_URL, { ...fields });
}
