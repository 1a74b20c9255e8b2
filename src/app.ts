import { join } from 'node:path';
import cors from 'cors';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Content } from './content/content';
import { packageRoot } from './content/package-root';
import type { Conversations } from './direct-line/conversations';
import { directLineRoutes } from './direct-line/routes';
import type { Tokens } from './direct-line/tokens';
import { errorHandler } from './error-handler';
import { HttpError } from './http-error';
import type { Log } from './log';
import type { MessagesEndpoint } from './messages-endpoint';
import { pageRoutes } from './page-routes';
import { type TwilioDependencies, twilioRoutes } from './twilio/routes';
import type { WidgetFiles } from './widget-files';
import { widgetRoutes } from './widget-routes';

/** What the HTTP server is made of. */
export interface AppDependencies {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  /** null: /api/messages is not served. */
  readonly messages: MessagesEndpoint | null;
  /** null: /api/sms is not served. */
  readonly twilio: TwilioDependencies | null;
  readonly content: Content;
  /** The website chat. */
  readonly widget: WidgetFiles;
  readonly production: boolean;
  /** Other websites that may use the chat. */
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
}

/** All routes and headers of the server, not yet listening. */
export function createApp({
  tokens,
  conversations,
  messages,
  twilio,
  content,
  widget,
  production,
  allowedOrigins,
  log,
}: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  // Only proxies in our own network may say which address and scheme the visitor used.
  app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal']);
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: contentSecurity } }));

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', messages: messages === null ? 'off' : messages.ready ? 'on' : 'starting' });
  });
  app.use('/v3/directline', cors({ origin: [...allowedOrigins], allowedHeaders, maxAge: 3600 }), directLineRoutes(tokens, conversations));
  if (messages !== null) app.use('/api/messages', messages.router);
  if (twilio !== null) app.use('/api/sms', twilioRoutes(twilio));
  app.use(widgetRoutes(widget));
  app.use(pageRoutes({ folder: join(packageRoot(), 'src', 'web'), content, widget, demo: !production }));

  app.use(() => {
    throw new HttpError(404, 'NotFound', 'There is nothing at this address.');
  });
  app.use(errorHandler(log));
  return app;
}

/** What Direct Line clients send. */
const allowedHeaders = ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with'];

const contentSecurity = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
};
