import { randomBytes } from 'node:crypto';
import { json, type Request, type Response, Router } from 'express';
import { HttpError } from '../http-error';
import { admit } from './admit';
import type { Conversations } from './conversations';
import { readInbound } from './inbound-activity';
import { requestedLanguage } from './requested-language';
import type { TokenHolder, Tokens } from './tokens';
import { readWatermark } from './watermark';

/** Long enough for any message with its client data; files are not taken. */
const longestBody = '64kb';

/** The REST part of Direct Line 3.0, to be mounted at `/v3/directline`. */
export function directLineRoutes(tokens: Tokens, conversations: Conversations): Router {
  const router = Router();
  const enter = (request: Request, conversation?: string) => admit(tokens, bearer(request), conversation);

  // Answers hold what people said: nothing between here and the browser may keep them.
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  router.post('/conversations/:id/upload', (request) => {
    enter(request, request.params.id);
    // Not 403, by which clients understand an expired token.
    throw new HttpError(415, 'UnsupportedMedia', 'The guide cannot receive files.');
  });

  router.use(json({ limit: longestBody }));

  router.post('/tokens/generate', (_request, response) => {
    const user = `dl_${randomBytes(16).toString('hex')}`;
    response.json({ token: tokens.issue({ user, conversation: null }), expires_in: tokens.seconds, userId: user });
  });

  router.post('/tokens/refresh', async (request, response) => {
    const holder = enter(request);
    if (holder.conversation !== null) await conversations.expectOpen(holder, holder.conversation);
    response.json({
      ...(holder.conversation !== null && { conversationId: holder.conversation }),
      token: tokens.issue(holder),
      expires_in: tokens.seconds,
    });
  });

  router.post('/conversations', async (request, response) => {
    const holder = enter(request);
    if (holder.conversation !== null) {
      await conversations.expectOpen(holder, holder.conversation);
      return sendConversation(request, response, { ...holder, conversation: holder.conversation });
    }
    response.status(201);
    sendConversation(request, response, await conversations.open(holder.user, requestedLanguage(request)));
  });

  router.get('/conversations/:id', async (request, response) => {
    const conversation = request.params.id;
    const holder = enter(request, conversation);
    await conversations.expectOpen(holder, conversation);
    sendConversation(request, response, { ...holder, conversation });
  });

  router.get('/conversations/:id/activities', async (request, response) => {
    const conversation = request.params.id;
    const holder = enter(request, conversation);
    const after = readWatermark(request.query['watermark']);
    const passing = conversations.passing.take(conversation);
    if (passing.length > 0) {
      // Said once and not in the log: it must arrive even if the log cannot be read.
      const kept = await conversations.read(conversation, after).catch(() => ({ activities: [], watermark: String(after) }));
      response.json({ activities: [...kept.activities, ...passing], watermark: kept.watermark });
      return;
    }
    response.json(await conversations.readOrEnd(holder, conversation, after));
  });

  router.post('/conversations/:id/activities', async (request, response) => {
    const conversation = request.params.id;
    const holder = enter(request, conversation);
    const inbound = readInbound(request.body);
    response.json({ id: await conversations.post(holder, conversation, inbound) });
  });

  function sendConversation(request: Request, response: Response, holder: TokenHolder & { readonly conversation: string }): void {
    const token = tokens.issue(holder);
    const watermark = readWatermark(request.query['watermark']) || '';
    const base = `${request.protocol === 'https' ? 'wss' : 'ws'}://${request.host}${request.baseUrl}`;
    response.json({
      conversationId: holder.conversation,
      token,
      expires_in: tokens.seconds,
      streamUrl: `${base}/conversations/${holder.conversation}/stream?watermark=${watermark}&t=${token}`,
    });
  }

  return router;
}

function bearer(request: Request): string {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}
