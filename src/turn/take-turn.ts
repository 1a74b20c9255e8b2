import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply';
import type { Turn } from '../conversation/respond';
import type { Session } from '../conversation/session';
import type { Language } from '../language/language';
import type { StoredSession } from '../storage/store';
import { conversationKey } from './conversation-key';
import type { TurnDependencies, TurnRequest, TurnResult } from './turn';
import { unsavedReplies } from './unsaved-replies';

/** How often a turn is run in all when other processes commit in between. */
const mostTries = 6;
const minute = 60_000;

/** What is kept of a turn to answer a resend with. */
interface Answer {
  readonly replies: readonly Reply[];
  readonly language: Language;
  readonly page: number;
}

/**
 * Takes one turn of a conversation: waits for its earlier turns, loads the session, asks `respond`, keeps what came out in one commit, and only then
 * delivers. Whatever is thrown on the way, the person gets an answer: then the session stays as it was. Throws only what `deliver` throws.
 */
export async function takeTurn(turns: TurnDependencies, request: TurnRequest): Promise<TurnResult> {
  const key = conversationKey(turns.secret, request.channel, request.conversation);
  const arrived = turns.now();
  return turns.queue.run(key, async () => {
    const { result, outcome } = await settle(turns, request, key);
    turns.log.info('turn', {
      conversation: key.slice(0, 16),
      channel: request.channel,
      turn: result.kind,
      replies: result.replies.map((reply) => reply.id),
      ...(outcome && { outcome: outcome.kind, tier: outcome.tier, category: outcome.category, topic: outcome.topic }),
      ms: turns.now() - arrived,
    });
    if (result.activities.length > 0) await request.deliver?.(result.activities);
    return result;
  });
}

interface Settled {
  readonly result: TurnResult;
  readonly outcome?: Turn['outcome'];
}

async function settle(turns: TurnDependencies, request: TurnRequest, key: string): Promise<Settled> {
  let session: Session | null = null;
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (tries > 0) await turns.pause(tries * 20 * (0.5 + turns.random()));
      const before = request.externalId === null ? null : await turns.store.answered(key, request.externalId);
      if (before !== null) return { result: repeat(turns, request, before.answer) };
      const stored = await turns.store.load(key);
      session = stored?.session ?? null;
      if (request.message.kind === 'start' && session?.greeted) return { result: finish('nothing', [], session.language, []) };
      const settled = await attempt(turns, request, key, stored);
      if (settled !== null) return settled;
    }
    throw new Error('too many conflicts');
  } catch (error) {
    turns.log.error('turn-failed', { conversation: key.slice(0, 16), channel: request.channel }, error);
    const language = session?.language ?? request.message.language ?? 'en';
    const replies = unsavedReplies(turns, session, request.message, language);
    return { result: finish('last-resort', replies, language, renderSafely(turns, request, replies, language)) };
  }
}

/** One try; null when somebody else committed in between. */
async function attempt(turns: TurnDependencies, request: TurnRequest, key: string, stored: StoredSession | null): Promise<Settled | null> {
  const now = turns.now();
  const { session, replies, outcome } = turns.respond(turns.content, stored?.session ?? null, request.message, now);
  const { language } = session;
  const activities = turns.render(replies, { channel: request.channel, language, page: outcome.page });
  if (outcome.forget) {
    await turns.store.forget(key);
    return { result: finish('forgotten', replies, language, activities), outcome };
  }
  const answer: Answer = { replies, language, page: outcome.page };
  const { webIdleMinutes, textIdleHours } = turns.content.center;
  const idle = request.message.channel === 'web' ? webIdleMinutes * minute : textIdleHours * 60 * minute;
  const committed = await turns.store.commit({
    key,
    session,
    etag: stored?.etag ?? null,
    expiresAt: now + idle,
    externalId: request.externalId,
    activities: request.log?.(activities) ?? [],
    answer,
  });
  if (committed.kind === 'conflict') return null;
  if (committed.kind === 'duplicate') return { result: repeat(turns, request, committed.answer) };
  return { result: { ...finish('answered', replies, language, activities), logged: committed.activities }, outcome };
}

function repeat(turns: TurnDependencies, request: TurnRequest, answered: unknown): TurnResult {
  // The store gives back what `attempt` put in.
  const { replies, language, page } = answered as Answer;
  return finish('duplicate', replies, language, turns.render(replies, { channel: request.channel, language, page }));
}

function finish(
  kind: TurnResult['kind'],
  replies: readonly Reply[],
  language: Language,
  activities: readonly Partial<Activity>[],
): TurnResult {
  return { kind, replies, language, activities, logged: [] };
}

/** The renderer may be what failed. */
function renderSafely(
  turns: TurnDependencies,
  request: TurnRequest,
  replies: readonly Reply[],
  language: Language,
): readonly Partial<Activity>[] {
  try {
    return turns.render(replies, { channel: request.channel, language, page: 0 });
  } catch {
    return replies.map((reply) => ({ type: 'message', text: reply.text, locale: language }));
  }
}
