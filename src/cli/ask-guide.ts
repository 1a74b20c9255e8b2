import type { Channel } from '../conversation/message';
import type { TurnOutcome } from '../conversation/outcome';
import type { Language } from '../language/language';
import { freshSession } from './fresh-session';
import type { Guide } from './guide';
import { shownText } from './shown-text';

/** One message of a fresh visitor: the input of design/ask.md. */
export interface AskInput {
  readonly text: string;
  readonly lang?: Language | undefined;
  readonly channel?: Channel | undefined;
  readonly question?: string | undefined;
}

/** What the guide made of it: the output of design/ask.md, apart from `id`. */
export interface AskResult extends Pick<TurnOutcome, 'kind' | 'tier' | 'category' | 'topic' | 'topics' | 'choice'> {
  /** Ids of the replies. */
  readonly replies: readonly string[];
  /** The replies' text as the channel would show it. */
  readonly text: string;
  /** Milliseconds inside `respond`. */
  readonly ms: number;
}

/** Asks the guide one thing. `now` is epoch milliseconds. Throws when the script has no such question. */
export function askGuide(guide: Guide, input: AskInput, now: number): AskResult {
  const { text, lang, channel = 'web', question } = input;
  if (question !== undefined && !guide.hasQuestion(question)) throw new Error(`there is no question "${question}"`);
  const session = freshSession(guide, { channel, ...(lang && { language: lang }), ...(question !== undefined && { question }) }, now);
  const before = performance.now();
  const turn = guide.respond(session, { kind: 'text', text, choices: [], channel }, now);
  const ms = performance.now() - before;
  const { kind, tier, category, topic, topics, choice } = turn.outcome;
  return {
    kind,
    tier,
    category,
    topic,
    topics,
    choice,
    replies: turn.replies.map((reply) => reply.id),
    text: shownText(guide.render(turn.replies, { channel, language: turn.session.language, page: turn.outcome.page })),
    ms: Math.round(ms * 1000) / 1000,
  };
}
