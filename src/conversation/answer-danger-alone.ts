import type { Content } from '../content/content';
import type { Language } from '../language/language';
import { screen } from '../safety/screen';
import { spokenOf } from '../safety/spoken-of';
import type { Message } from './message';
import { newSession } from './new-session';
import type { Reply } from './reply';
import { showStop, stopFor } from './show-stop';

/**
 * What danger is answered when the conversation itself has failed: by patterns alone, without a session and without a model. Null when no plain
 * danger is told. Throws what content that is broken makes it throw; the last resort comes after it.
 */
export function answerDangerAlone(content: Content, message: Message, language: Language): readonly Reply[] | null {
  const reading = content.wordReader.read(message.text);
  const danger = screen(reading, content.signs);
  if (danger?.tier !== 'emergency') return null;
  const draft = { content, session: newSession(content.data.hash, language), channel: message.channel, now: 0 };
  const spoken = { language: reading.language, of: spokenOf(reading.words) };
  // Nothing is kept, so nothing is offered that would have to be remembered.
  const { replies } = showStop(draft, stopFor(draft, danger), danger, spoken);
  return replies.filter(({ kind }) => kind === 'crisis').map(({ choices: _choices, ...reply }) => reply);
}
