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

/** Checks who sends, and runs turns: CloudAdapter without its habit of printing stacks and answering forgeries with 500. */
export class GuidanceAdapter extends CloudAdapter {
  /** `app`: null lets everybody in, as Bot Framework does in development. */
  constructor(
    app: MicrosoftApp | null,
    private readonly log: Log,
  ) {
    super(authentication(app));
  }

  /** Runs `logic` for an activity. Throws HttpError 401 when the sender cannot be believed, and whatever `logic` throws past `onTurnError`. */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const sender = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization).catch(() => {
      // The sender is not known, so its words are not logged either: only a channel that there is.
      const channel = knownChannels.find((one) => one === activity.channelId) ?? 'other';
      this.log.warn('sender-refused', { status: 401, channel });
      throw new HttpError(401, 'Unauthorized', 'The sender could not be verified.');
    });
    return this.processActivity(sender, activity, logic);
  }
}

const knownChannels = ['msteams', 'sms', 'webchat', 'directline', 'emulator'];

function authentication(app: MicrosoftApp | null): ConfigurationBotFrameworkAuthentication {
  if (app === null) return new ConfigurationBotFrameworkAuthentication({});
  const settings = {
    MicrosoftAppId: app.id,
    MicrosoftAppType: app.type,
    ...(app.password !== null && { MicrosoftAppPassword: app.password }),
    ...(app.tenantId !== null && { MicrosoftAppTenantId: app.tenantId }),
  };
  return new ConfigurationBotFrameworkAuthentication(settings, new ConfigurationServiceClientCredentialFactory(settings));
}
