import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { MicrosoftApp } from '../config';
import { HttpError } from '../http-error';
import type { Log } from '../log';
import { ChannelKeys } from './channel-keys';
import { type Cloud, publicCloud } from './public-cloud';
import { SenderCheck } from './sender-check';

/** What the adapter may do otherwise than by default. */
export interface AdapterOptions {
  /** Where senders are checked and the bot's own tokens come from; the public cloud when not given. */
  readonly cloud?: Cloud | undefined;
  /** Epoch milliseconds; the system's clock when not given. */
  readonly now?: (() => number) | undefined;
}

/** Runs turns for senders that were checked: CloudAdapter with a check of its own, that prints nothing and answers forgeries in JSON. */
export class GuidanceAdapter extends CloudAdapter {
  private readonly cloud: Cloud;
  private readonly check: SenderCheck | null;

  /** `app`: null lets everybody in, as Bot Framework does in development. */
  constructor(
    private readonly app: MicrosoftApp | null,
    private readonly log: Log,
    { cloud = publicCloud, now = () => Date.now() }: AdapterOptions = {},
  ) {
    super(authentication(app, cloud));
    this.cloud = cloud;
    const keys = new ChannelKeys(cloud.ToBotFromChannelOpenIdMetadataUrl, now);
    this.check = app === null ? null : new SenderCheck(app.id, cloud, keys, now);
  }

  /**
   * Runs `logic` for an activity. Throws HttpError 401 when the sender cannot be believed, 503 when that cannot be found out now, and whatever `logic`
   * throws past `onTurnError`.
   */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    await this.admit(authorization, activity);
    // Who the bot is towards the channel; who sent it was seen to above.
    const claimsIdentity = this.createClaimsIdentity(this.app?.id);
    const sender = {
      audience: this.cloud.ToChannelFromBotOAuthScope,
      callerId: this.cloud.CallerId,
      claimsIdentity,
      connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
    };
    return this.processActivity(sender, activity, logic);
  }

  private async admit(authorization: string, activity: Activity): Promise<void> {
    const sender = (await this.check?.check(authorization, activity)) ?? { kind: 'known' };
    if (sender.kind === 'known') return;
    // The sender is not known, so its words are not logged either: only a channel that there is.
    const channel = knownChannels.find((one) => one === activity.channelId) ?? 'other';
    if (sender.kind === 'refused') {
      this.log.warn('sender-refused', { status: 401, channel, reason: sender.reason });
      throw new HttpError(401, 'Unauthorized', 'The sender could not be verified.');
    }
    const { error } = sender;
    // What `fetch` throws says only that it failed; its cause has the code.
    this.log.error('sender-unchecked', { status: 503, channel }, error instanceof Error ? (error.cause ?? error) : error);
    throw new HttpError(503, 'ServiceUnavailable', 'The sender cannot be verified now. Send it again.');
  }
}

const knownChannels = ['msteams', 'sms', 'webchat', 'directline', 'emulator'];

function authentication(app: MicrosoftApp | null, cloud: Cloud): ConfigurationBotFrameworkAuthentication {
  if (app === null) return new ConfigurationBotFrameworkAuthentication({ ...cloud });
  // Each type is given what it takes: botbuilder does not start with a password for a managed identity.
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.password !== null && app.type !== 'UserAssignedMSI' && { MicrosoftAppPassword: app.password }),
    ...(app.tenantId !== null && app.type !== 'MultiTenant' && { MicrosoftAppTenantId: app.tenantId }),
  });
  return new ConfigurationBotFrameworkAuthentication({ ...cloud }, credentials);
}
