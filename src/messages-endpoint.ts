import { json, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { HttpError } from './http-error';

/** What Bot Framework and the bot rely on without looking; everything else passes as it came. */
const activity = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string() }).nullish(),
  recipient: z.looseObject({ id: z.string() }).nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  entities: z.array(z.looseObject({})).nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
});

/** `POST /api/messages`: answers 503 until the bot is loaded, which takes longer than the website chat can wait. */
export class MessagesEndpoint {
  private handler: RequestHandler | null = null;
  /** To be mounted at `/api/messages`. */
  readonly router = Router();

  constructor() {
    this.router.post('/', json({ limit: '256kb' }), (request, response, next) => {
      const read = activity.safeParse(request.body);
      if (!read.success) {
        const field = read.error.issues[0]?.path.join('.') || 'body';
        throw new HttpError(400, 'BadArgument', `The body must be a Bot Framework activity; not valid: ${field}.`);
      }
      if (this.handler !== null) return this.handler(request, response, next);
      response.set('Retry-After', '1');
      throw new HttpError(503, 'ServiceUnavailable', 'The bot is starting.');
    });
  }

  /** Lets the bot answer from now on. */
  attach(handler: RequestHandler): void {
    this.handler = handler;
  }

  get ready(): boolean {
    return this.handler !== null;
  }
}
