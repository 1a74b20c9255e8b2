import { screen } from '../safety/screen';
import { spokenOf } from '../safety/spoken-of';
import type { Reading } from '../understanding/reader';
import type { Draft, Step } from './draft';
import type { Message } from './message';
import type { Reply } from './reply';
import { showStop, stopFor } from './show-stop';
import { softLine } from './soft-line';
import { voiceFor } from './voice';

/** Who this is, and the way to a chat where nobody reads along. */
function hello({ content, session }: Draft, { privateChat }: NonNullable<Message['group']>): Reply {
  const voice = voiceFor(content, session);
  const links = privateChat === null ? [] : [{ label: voice.say('group-private', 'note').text, href: privateChat }];
  return { ...voice.say('group-hello', 'greeting'), links };
}

/**
 * Where several people read along, the guide asks nothing and answers nothing about health: it says hello and offers a private chat. Danger is
 * answered there as well, without a question. `reading` is null where nothing was typed.
 */
export function takeInGroup(draft: Draft, group: NonNullable<Message['group']>, reading: Reading | null): Step {
  const { content, session } = draft;
  const greeting: Step = {
    session: { ...session, greeted: true, aside: null },
    replies: [hello(draft, group)],
    outcome: { kind: 'start' },
  };
  const danger = reading === null ? null : screen(reading, content.signs);
  if (reading === null || danger?.tier !== 'emergency') {
    const soft = reading === null ? null : softLine(draft, reading, danger);
    if (soft === null) return greeting;
    return {
      ...greeting,
      replies: [soft, ...greeting.replies],
      outcome: { ...greeting.outcome, tier: 'check', category: danger?.category ?? 'medical' },
    };
  }
  const stop = showStop(draft, stopFor(draft, danger), danger, { language: reading.language, of: spokenOf(reading.words) });
  return { ...stop, session: greeting.session, replies: stop.replies.map(({ choices: _choices, ...reply }) => reply) };
}
