import type { Activity } from 'botbuilder';
import type { RequestHandler } from 'express';
import type { MicrosoftApp } from '../config';
import type { Language } from '../language/language';
import type { Log } from '../log';
import type { TakeTurn } from '../turn/turn';
import { GuidanceAdapter } from './adapter';
import { GuidanceBot } from './guidance-bot';

/** What the bot is made of. */
export interface MessagesDependencies {
  /** null lets everybody in. */
  readonly app: MicrosoftApp | null;
  readonly takeTurn: TakeTurn;
  /** What to say when all else failed, rendered for a channel. */
  readonly lastResort: (channel: string, language: Language) => readonly Partial<Activity>[];
  readonly log: Log;
}

/** Answers `POST /api/messages`; the body was checked to be an activity. */
export function messagesHandler({ app, takeTurn, lastResort, log }: MessagesDependencies): RequestHandler {
  const adapter = new GuidanceAdapter(app, log);
  const bot = new GuidanceBot(takeTurn);
  adapter.onTurnError = async (context, error) => {
    const { channelId, locale } = context.activity;
    log.error('bot-failed', { channel: channelId }, error);
    await context.sendActivities([...lastResort(channelId, locale?.startsWith('es') ? 'es' : 'en')]);
  };
  return async (request, response) => {
    const answer = await adapter.receive(request.headers.authorization ?? '', request.body as Activity, (context) => bot.run(context));
    if (answer === undefined) response.status(200).end();
    else response.status(answer.status).json(answer.body ?? {});
  };
}
