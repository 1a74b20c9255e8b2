import { createRenderer } from '../../src/channels';
import type { Guide } from '../../src/cli/guide';
import type { Message } from '../../src/conversation/message';
import { newSession } from '../../src/conversation/new-session';
import type { Turn } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
import { reply, say } from '../channels/replies';
import { channelTexts as texts } from '../fakes/channel-texts';

const fresh: Session = { ...newSession('hash', 'en'), greeted: true };

/** A guide that repeats what it got, and remembers the turns that it was asked for. "boom" makes it throw, "forget" forget. */
export class FakeGuide implements Guide {
  readonly turns: { readonly session: Session | null; readonly message: Message }[] = [];
  readonly render = createRenderer(texts);

  respond = (session: Session | null, message: Message): Turn => {
    this.turns.push({ session, message });
    if (message.text === 'boom') throw new Error('it broke');
    const heard = message.text || message.choices.join(' ') || message.kind;
    return {
      session: session ?? { ...fresh, language: message.language ?? 'en' },
      replies: [
        reply({
          id: 'echo',
          text: say(`Heard: ${heard}.`),
          choices: [
            { id: 'q:a', label: say('Apple') },
            { id: 'q:b', label: say('Bear') },
          ],
          several: heard === 'many',
          ...(heard === 'sources' && {
            sources: [
              { organization: 'CDC', page: 'Naloxone', address: 'https://www.cdc.gov/' },
              { organization: 'Center', page: 'Article' },
            ],
          }),
        }),
      ],
      outcome: {
        kind: message.kind === 'start' ? 'start' : 'answer',
        tier: null,
        category: null,
        topic: 'echo',
        topics: [{ id: 'echo', score: 0.5 }],
        choice: null,
        finished: null,
        page: 0,
        forget: heard === 'forget',
      },
    };
  };

  hasQuestion = (id: string): boolean => ['who', 'last-use'].includes(id);
}
