import { Router, urlencoded } from 'express';
import { HttpError } from '../http-error';
import type { Log } from '../log';
import { readMessage } from '../turn/read-message';
import type { TakeTurn } from '../turn/turn';
import { hasValidSignature } from './has-valid-signature';
import { readIncomingMessage } from './incoming-message';
import { twiml } from './twiml';

/** What Twilio's text messages are taken with. */
export interface TwilioDependencies {
  /** The auth token of the account; while it is being changed, the new one and the old one. */
  readonly authTokens: readonly string[];
  /** The address that stands in Twilio's console. Behind a proxy it is not the one that we are called at. */
  readonly webhookUrl: string;
  readonly takeTurn: TakeTurn;
  readonly log: Log;
}

/** A message has at most 1,600 characters, which grow in a form; the rest of the form is short. */
const longestBody = '64kb';
const channelId = 'twilio';

/** Twilio's webhook for incoming text messages, to be mounted at `/api/sms`: the replies are the answer to the request. */
export function twilioRoutes({ authTokens, webhookUrl, takeTurn, log }: TwilioDependencies): Router {
  const router = Router();
  router.post('/', urlencoded({ extended: false, limit: longestBody }), async (request, response) => {
    const fields = request.body ?? {};
    if (!hasValidSignature(authTokens, request.get('X-Twilio-Signature') ?? '', webhookUrl, fields)) {
      log.warn('sender-refused', { status: 403, channel: channelId });
      throw new HttpError(
        403,
        'Forbidden',
        'The request is not signed by Twilio, or TWILIO_WEBHOOK_URL is not the address that Twilio calls.',
      );
    }
    const incoming = readIncomingMessage(fields);
    if (incoming !== null && 'wrong' in incoming)
      throw new HttpError(400, 'BadArgument', `The request must tell of a text message; not valid: ${incoming.wrong}.`);
    const message = incoming === null ? null : readMessage(incoming.activity, channelId);
    response.type('text/xml').set('Cache-Control', 'no-store');
    if (incoming === null || message === null) {
      response.send(twiml([]));
      return;
    }
    const { activities } = await takeTurn({
      channel: channelId,
      conversation: incoming.conversation,
      message: { ...message, ...(incoming.carrier !== undefined && { carrier: incoming.carrier }) },
      externalId: incoming.id,
    });
    // Also where nothing could be kept: Twilio does not ask again, and the person hears where help is.
    response.send(twiml(activities.map(({ text }) => (typeof text === 'string' ? text : '')).filter((text) => text !== '')));
  });
  return router;
}
