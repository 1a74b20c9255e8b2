import { renderAnswered, smsParts } from '../channels';
import { answeredQuestion } from '../conversation/answered-question';
import { newSession } from '../conversation/new-session';
import type { Reply } from '../conversation/reply';
import type { Turn } from '../conversation/respond';
import type { Session } from '../conversation/session';
import type { Language } from '../language/language';
import type { Json, StoredConversation, TurnStore } from '../storage/store';
import { conversationKey } from './conversation-key';
import { countTurn } from './count-turn';
import { messageKey } from './message-key';
import { optOutKey } from './opt-out-key';
import type { TurnDependencies, TurnRequest, TurnResult } from './turn';
import { unsavedReplies } from './unsaved-replies';

/** How often a turn is run in all when other processes commit in between. */
const mostTries = 6;
const minute = 60_000;
/** How long a resend is known after everything was deleted; no channel tries longer. */
const tombstoneMilliseconds = 10 * minute;

/**
 * Takes one turn of a conversation: waits for its earlier turns, loads the session, asks `respond`, and keeps what came out in one commit. Only then
 * are the replies given out. Whatever is thrown on the way, the person gets an answer: then the session stays as it was. Never throws.
 */
export async function takeTurn(turns: TurnDependencies, request: TurnRequest): Promise<TurnResult> {
  const key = conversationKey(turns.secret, request.channel, request.conversation);
  const message = request.externalId === null ? null : messageKey(turns.secret, key, request.externalId);
  const arrived = turns.now();
  return turns.queue.run(key, async () => {
    const { result, outcome } = await settle(turns, request, { key, message });
    turns.log.info('turn', {
      conversation: key.slice(0, 16),
      channel: request.channel,
      turn: result.kind,
      replies: result.replies.map((reply) => reply.id),
      ...(outcome && { outcome: outcome.kind, tier: outcome.tier, category: outcome.category, topic: outcome.topic }),
      ...(request.message.channel === 'sms' && { parts: partsOf(result) }),
      ms: turns.now() - arrived,
    });
    if (request.address !== undefined) {
      if (outcome?.tier === 'emergency') turns.outbox.sendFirst(key, result.logged, request.address);
      turns.outbox.wake(key);
    }
    return result;
  });
}

function partsOf({ activities }: TurnResult): number {
  return activities.reduce((sum, { text }) => sum + (typeof text === 'string' ? smsParts(text) : 0), 0);
}

/** Under what a turn is kept. */
interface Keys {
  readonly key: string;
  readonly message: string | null;
}

interface Settled {
  readonly result: TurnResult;
  readonly outcome?: Turn['outcome'];
}

async function settle(turns: TurnDependencies, request: TurnRequest, keys: Keys): Promise<Settled> {
  const known: { session: Session | null } = { session: null };
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (tries > 0) await turns.pause(tries * 20 * (0.5 + turns.random()));
      const attempt = async (store: TurnStore) => {
        const { stored, earlier } = await store.load(keys.key, keys.message);
        known.session = stored?.session ?? null;
        if (earlier !== null) {
          const activities = earlier.replies.map(({ activity }) => activity);
          return { result: { ...finish('duplicate', [], activities), inboundSeq: earlier.seq } };
        }
        return answers(request, stored) ? answer(turns, request, keys, store, stored) : { result: finish('nothing', [], []) };
      };
      // Who lost once asks the others to wait, so that nobody loses for ever.
      const settled = await (tries === 0 ? attempt(turns.store) : turns.store.exclusively(keys.key, attempt));
      if (settled !== null) return settled;
    }
    throw new Error('too many conflicts');
  } catch (error) {
    turns.log.error('turn-failed', { conversation: keys.key.slice(0, 16), channel: request.channel }, error);
    const language = known.session?.language ?? request.message.language ?? 'en';
    const replies = unsavedReplies(turns, known.session, request.message, language);
    return { result: finish('last-resort', replies, renderSafely(turns, request, replies, language)) };
  }
}

/** Whether there is somebody to answer: not one who was greeted already, nor one whose website conversation is over. */
function answers({ message, isOpened }: TurnRequest, stored: StoredConversation | null): boolean {
  if (message.kind === 'start' && stored?.session?.greeted) return false;
  const isOver = stored === null ? isOpened === true : stored.session === null && message.channel === 'web';
  return !isOver;
}

/** One try; null when somebody else committed in between. */
async function answer(
  turns: TurnDependencies,
  request: TurnRequest,
  { key, message }: Keys,
  store: TurnStore,
  stored: StoredConversation | null,
): Promise<Settled | null> {
  const now = turns.now();
  const isSms = request.message.channel === 'sms';
  const number = isSms ? optOutKey(turns.secret, request.channel, request.conversation) : null;
  const known = stored?.session ?? null;
  const before = known === null && number !== null && (await store.isOptedOut(number)) ? optedOut(turns, request) : known;
  const turn = turns.respond(turns.content, before, request.message, now);
  const { session, replies, outcome } = turn;
  const hasChanged = session.optedOut !== (before?.optedOut ?? false);
  // A typing mistake that was mended begins no conversation, and keeps none from ending.
  if (request.message.kind === 'edit' && replies.length === 0) return { result: finish('nothing', [], []), outcome };
  const rendered = turns.render(replies, { channel: request.channel, language: session.language, page: outcome.page });
  const { finished } = outcome;
  const event =
    finished === null ? null : request.handOff?.({ version: 1, outcome: finished, answers: session.answers, language: session.language });
  const activities = [...rendered.map((activity) => request.complete?.(activity) ?? { ...activity }), ...(event ? [event] : [])];
  const { webIdleMinutes, textIdleHours } = turns.content.center;
  const idle = request.message.channel === 'web' ? webIdleMinutes * minute : textIdleHours * 60 * minute;
  const committed = await store.commit({
    key,
    etag: stored?.etag ?? null,
    session: outcome.forget ? null : session,
    expiresAt: now + (outcome.forget ? Math.min(idle, tombstoneMilliseconds) : idle),
    // The words with which everything is deleted are not kept either.
    inbound: { key: message, activity: outcome.forget ? null : (request.inbound ?? null) },
    replies: [...activities, ...replaced(turns, request, before, turn)].map((activity) => ({ activity, address: request.address ?? null })),
    counts: countTurn(turn, request.message, known === null),
    ...(number !== null && (hasChanged || session.optedOut) && { optOut: { key: number, isOut: session.optedOut } }),
  });
  if (committed.kind === 'conflict') return null;
  const { inboundSeq, logged } = committed;
  return { result: { ...finish(outcome.forget ? 'forgotten' : 'answered', replies, activities), inboundSeq, logged }, outcome };
}

/** What is to stand in the place of the question that a button answered, sent after the replies: it may fail. */
function replaced({ content }: TurnDependencies, request: TurnRequest, before: Session | null, { outcome }: Turn): Json[] {
  const { replaces, message } = request;
  const taken = [outcome.choice ?? []].flat();
  // A button that came too late, or while a danger stop held, has answered nothing.
  const isTaken = message.choices.every((id) => taken.some((choice) => id.endsWith(`:${choice}`)));
  if (replaces === undefined || before === null || !isTaken) return [];
  const question = answeredQuestion(content, before, message.choices);
  return question === null ? [] : [{ ...renderAnswered(question, before.language), id: replaces }];
}

/** Somebody who asked for no more texts in a conversation that is gone. */
function optedOut({ content }: TurnDependencies, { message }: TurnRequest): Session {
  return { ...newSession(content.data.hash, message.language ?? 'en'), optedOut: true };
}

function finish(kind: TurnResult['kind'], replies: readonly Reply[], activities: readonly Json[]): TurnResult {
  return { kind, replies, activities, inboundSeq: null, logged: [] };
}

/** The renderer may be what failed. */
function renderSafely(turns: TurnDependencies, request: TurnRequest, replies: readonly Reply[], language: Language): readonly Json[] {
  try {
    return turns.render(replies, { channel: request.channel, language, page: 0 }).map((activity) => ({ ...activity }));
  } catch {
    return replies.map((reply) => ({ type: 'message', text: reply.text, locale: language }));
  }
}
