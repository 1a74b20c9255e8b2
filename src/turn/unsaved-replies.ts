import { answerDangerAlone } from '../conversation/answer-danger-alone';
import type { Message } from '../conversation/message';
import { newSession } from '../conversation/new-session';
import type { Reply } from '../conversation/reply';
import type { Session } from '../conversation/session';
import { voiceFor } from '../conversation/voice';
import type { Language } from '../language/language';
import type { TurnDependencies } from './turn';

/**
 * What to say when a turn cannot be kept: to a person in danger what the guide says to danger, which needs no store; to everybody else the last resort.
 * Never throws.
 */
export function unsavedReplies(turns: TurnDependencies, session: Session | null, message: Message, language: Language): readonly Reply[] {
  const lastResort = turns.lastResort(language, turns.content.center.phone);
  try {
    const { replies, outcome } = turns.respond(turns.content, session, message, turns.now());
    if (outcome.tier === 'emergency') return replies;
    // Silence is meant where a text message is not answered; only a wish for it that could not be noted is.
    if (message.channel === 'sms' && replies.length === 0) return [];
    if (outcome.kind === 'opt-out') return [voiceFor(turns.content, newSession('', language)).say('stop-not-kept', 'command')];
    if (message.kind === 'edit' && outcome.tier === null) return [];
    // A soft check comes together with the normal reply, which would promise a conversation that is not kept.
    return outcome.tier === 'check' ? [...replies.filter((reply) => reply.tier !== undefined), ...lastResort] : lastResort;
  } catch {
    return dangerAlone(turns, message, language) ?? lastResort;
  }
}

/** Danger is answered even when the conversation fails by a bug; null when there is none, or when that fails as well. */
function dangerAlone(turns: TurnDependencies, message: Message, language: Language): readonly Reply[] | null {
  try {
    return answerDangerAlone(turns.content, message, language);
  } catch {
    return null;
  }
}
