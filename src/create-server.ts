import { createServer as createHttpServer, type Server } from 'node:http';
import { createApp } from './app';
import type { Config } from './config';
import { ActivityStreams } from './direct-line/activity-streams';
import { Conversations, channelId } from './direct-line/conversations';
import { Tokens } from './direct-line/tokens';
import { MessagesEndpoint } from './messages-endpoint';
import { conversationKey } from './turn/conversation-key';
import { readMessage } from './turn/read-message';
import { takeTurn } from './turn/take-turn';
import type { TakeTurn, TurnDependencies } from './turn/turn';
import type { WidgetFiles } from './widget-files';

/** The server, ready to listen. */
export interface GuideServer {
  readonly http: Server;
  readonly takeTurn: TakeTurn;
  /** Where the bot is attached once it is loaded; null: it is not wanted. */
  readonly messages: MessagesEndpoint | null;
  /** Takes no new requests, ends the streams; resolves when the last request is answered. */
  stop(): Promise<void>;
}

/** Puts the server together from its settings and what turns are taken with. `tokenKey` signs tokens. */
export function createServer(config: Config, turns: TurnDependencies, tokenKey: string, widget: WidgetFiles): GuideServer {
  const { center } = config;
  // The center's own website may use the chat without being named twice.
  const allowedOrigins = [...config.allowedOrigins, ...(center.website === null ? [] : [new URL(center.website).origin])];
  const take: TakeTurn = (request) => takeTurn(turns, request);
  // A phone that slept does not renew its token: it lasts longer than the conversation.
  const tokens = new Tokens(tokenKey, turns.now, (center.webIdleMinutes + 15) * 60);
  const conversations = new Conversations({
    store: turns.store,
    takeTurn: take,
    readMessage: (activity) => readMessage(activity, channelId),
    keyOf: (conversation) => conversationKey(turns.secret, channelId, conversation),
    name: center.name,
    now: turns.now,
  });
  const messages = config.messagesEndpoint ? new MessagesEndpoint() : null;
  const http = createHttpServer(
    createApp({
      tokens,
      conversations,
      messages,
      twilio: config.twilio === null ? null : { ...config.twilio, takeTurn: take, log: turns.log },
      content: turns.content,
      widget,
      production: config.production,
      allowedOrigins,
      log: turns.log,
    }),
  );
  const streams = new ActivityStreams(tokens, conversations, turns.log);
  streams.attach(http);
  return {
    http,
    takeTurn: take,
    messages,
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        streams.close();
      }),
  };
}
