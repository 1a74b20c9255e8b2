import type { Activity, TurnContextStateCollection } from 'botbuilder';
import type { RequestHandler } from 'express';
import type { MicrosoftApp } from '../config';
import { HttpError } from '../http-error';
import type { Language } from '../language/language';
import type { Log } from '../log';
import type { Send } from '../turn/outbox';
import type { TakeTurn } from '../turn/turn';
import { type AdapterOptions, GuidanceAdapter } from './adapter';
import { createSender } from './create-sender';
import { GuidanceBot } from './guidance-bot';
import { notKept } from './not-kept';

/** What the bot is made of. */
export interface MessagesDependencies extends AdapterOptions {
  /** null lets everybody in. */
  readonly app: MicrosoftApp | null;
  readonly takeTurn: TakeTurn;
  /** Whether the coded summary is sent on when the questions end; not given: it is not. */
  readonly sendsSummary?: boolean;
  /** What to say when all else failed, rendered for a channel. */
  readonly lastResort: (channel: string, language: Language) => readonly Partial<Activity>[];
  readonly log: Log;
}

/** The bot's two sides. */
export interface Messages {
  /** Answers `POST /api/messages`, whose body was checked to be an activity. */
  readonly handle: RequestHandler;
  /** Sends replies from the outbox. */
  readonly send: Send;
}

/** Puts the bot together. */
export function createMessages({ app, takeTurn, sendsSummary = false, lastResort, log, ...options }: MessagesDependencies): Messages {
  const adapter = new GuidanceAdapter(app, log, options);
  const bot = new GuidanceBot(takeTurn, sendsSummary);
  adapter.onTurnError = async (context, error) => {
    const { channelId, locale } = context.activity;
    log.error('bot-failed', { channel: channelId }, error);
    context.turnState.set(notKept, true);
    await context.sendActivities([...lastResort(channelId, locale?.startsWith('es') ? 'es' : 'en')]);
  };
  const handle: RequestHandler = async (request, response) => {
    let state: TurnContextStateCollection | null = null;
    const answer = await adapter.receive(request.headers.authorization ?? '', request.body as Activity, (context) => {
      state = context.turnState;
      return bot.run(context);
    });
    if (hasFailed(state)) throw new HttpError(503, 'NotKept', 'The message could not be kept. Send it again.');
    if (answer === undefined) response.status(200).end();
    else response.status(answer.status).json(answer.body ?? {});
  };
  return { handle, send: createSender(adapter, app?.id ?? '') };
}

function hasFailed(state: TurnContextStateCollection | null): boolean {
  return state?.get(notKept) === true;
}
