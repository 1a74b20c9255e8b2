import { createPageRenderer } from '../../src/channels';
import type { Content } from '../../src/content/content';
import type { Message } from '../../src/conversation/message';
import type { Reply } from '../../src/conversation/reply';
import type { Turn } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
import { sentence } from '../../src/language/sentence-schema';
import { MemoryStore } from '../../src/storage/memory-store';
import { ConversationQueue } from '../../src/turn/conversation-queue';
import type { TurnDependencies } from '../../src/turn/turn';
import { plainCenter } from '../support/real-content';
import { channelTexts } from './channel-texts';
import { FakeLog } from './fake-log';

const say = (text: string) => sentence.parse(text);
const reply = (id: string, text: string, more: Partial<Reply> = {}): Reply => ({ id, kind: 'note', text: say(text), ...more });

/** A conversation that counts messages in `misses`, greets, knows danger by the word "overdose", forgets at the word "delete" and passes edits over. */
export function fakeRespond(_content: Content, session: Session | null, message: Message): Turn {
  const language = session?.language ?? message.language ?? 'en';
  const isEdit = message.kind === 'edit';
  const count = message.kind === 'start' ? 0 : (session?.misses ?? 0) + (isEdit ? 0 : 1);
  const danger = message.text.includes('overdose');
  const forget = message.text === 'delete';
  if (message.text === 'throw') throw new Error(`cannot answer ${message.text}`);
  const replies = danger
    ? [reply('stop-overdose-1', 'Call 911 now.', { kind: 'crisis', tier: 'emergency' })]
    : message.kind === 'start'
      ? [reply('greeting', language === 'es' ? 'Hola' : 'Hello', { kind: 'greeting', choices: [{ id: 'start:yes', label: say('Start') }] })]
      : isEdit
        ? []
        : [reply('count', `${count}: ${message.choices.join() || message.text || message.kind}`)];
  return {
    session: {
      version: 1,
      content: 'fake',
      language,
      languageChosen: false,
      greeted: true,
      place: { kind: 'opening' },
      aside: null,
      answers: {},
      misses: count,
      stops: [],
      optedOut: false,
      alert: 0,
    },
    replies,
    outcome: {
      kind: danger ? 'crisis' : message.kind === 'start' ? 'start' : 'answer',
      tier: danger ? 'emergency' : null,
      category: danger ? 'overdose' : null,
      topic: null,
      topics: [],
      choice: null,
      finished: null,
      page: 0,
      forget,
    },
  };
}

/** What turns need, around the fake conversation; `changes` replaces parts. */
export function fakeTurns(changes: Partial<TurnDependencies> = {}): TurnDependencies & { readonly log: FakeLog } {
  const center = { ...plainCenter, name: 'Test Center', phone: '865-234-5678' };
  const now = changes.now ?? (() => Date.now());
  return {
    // The fake conversation and the renderers read no more of the content than this.
    content: { center } as Content,
    respond: fakeRespond,
    render: createPageRenderer(channelTexts),
    lastResort: (language, phone) => [reply('last-resort', `${language} 911, 988, ${phone}`, { kind: 'crisis' })],
    store: new MemoryStore(now),
    queue: new ConversationQueue(),
    outbox: { wake: () => undefined, sendFirst: () => undefined },
    secret: 'test secret of more than 32 characters',
    now,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    random: () => 0.5,
    ...changes,
    log: new FakeLog(),
  };
}
