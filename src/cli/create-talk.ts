import type { Activity } from 'botframework-schema';
import { smsParts } from '../channels';
import { smsLength } from '../channels/sms-length';
import type { Channel, Message } from '../conversation/message';
import type { Choice, Source } from '../conversation/reply';
import type { Session } from '../conversation/session';
import type { Language } from '../language/language';
import type { Guide } from './guide';
import { shownText } from './shown-text';

/** A conversation in the terminal; what a method returns is to be shown. */
export interface Talk {
  /** Opens the conversation. */
  readonly open: (now: number) => string;
  /** One typed line: numbers tap the open choices, `?` shows the sources of the last answer, all else is said. */
  readonly say: (line: string, now: number) => string;
}

/** A conversation whose session lives in memory alone. It shows what `channel` would show, on `web` as plain text. */
export function createTalk(guide: Guide, channel: Channel, language?: Language): Talk {
  let session: Session | null = null;
  let choices: readonly Choice[] = [];
  let several = false;
  let sources: readonly Source[] = [];

  const take = (message: Message, now: number): string => {
    const turn = guide.respond(session, message, now);
    session = turn.outcome.forget ? null : turn.session;
    const last = turn.replies.at(-1);
    choices = last?.choices ?? [];
    several = last?.several ?? false;
    const named = turn.replies.flatMap((reply) => reply.sources ?? []);
    if (named.length > 0) sources = named;
    const activities = guide.render(turn.replies, {
      channel: channel === 'web' ? 'terminal' : channel,
      language: turn.session.language,
      page: turn.outcome.page,
    });
    if (activities.length === 0) return '(nothing is said)';
    return channel === 'sms' ? activities.map(describeSms).join('\n\n') : shownText(activities);
  };

  const tapped = (line: string): readonly string[] | null => {
    // A text message has no buttons: there the number goes to the guide as it was typed.
    if (channel === 'sms' || !/^\d+(?:[\s,]+\d+)*$/.test(line)) return null;
    const ids = line.split(/[\s,]+/).map((number) => choices[Number(number) - 1]?.id);
    const known = ids.filter((id) => id !== undefined);
    return known.length === ids.length && (several || ids.length === 1) ? known : null;
  };

  return {
    open: (now) => take({ kind: 'start', text: '', choices: [], channel, ...(language && { language }) }, now),
    say: (line, now) => {
      const words = line.trim();
      if (words === '?') return sources.map(describe).join('\n') || '(no sources)';
      const ids = tapped(words);
      return take(ids ? { kind: 'choice', text: '', choices: ids, channel } : { kind: 'text', text: line, choices: [], channel }, now);
    },
  };
}

/** A text message as a phone shows it, and what it costs. */
function describeSms({ text = '' }: Partial<Activity>): string {
  const parts = smsParts(text);
  return `${text}\n  (${smsLength(text)} places, ${parts} ${parts === 1 ? 'part' : 'parts'})`;
}

function describe(source: Source): string {
  return `${source.organization}: ${source.page}${source.address === undefined ? '' : `, ${source.address}`}`;
}
