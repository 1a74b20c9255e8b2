import { createPageRenderer, pickChannelTexts } from '../src/channels';
import { respond } from '../src/conversation/respond';
import { MemoryStore } from '../src/storage/memory-store';
import { takeTurn } from '../src/turn/take-turn';
import { fakeTurns } from './fakes/fake-turns';
import { realContent } from './support/real-content';

const minute = 60_000;

describe('what the guide says of its memory', () => {
  it.each([
    ['en', 'web', 'is this chat private', '7 minutes', 7 * minute],
    ['es', 'web', '¿es privado este chat?', '7 minutos', 7 * minute],
    ['en', 'sms', 'is this chat private', '3 hours', 180 * minute],
    ['es', 'msteams', '¿es privado este chat?', '3 horas', 180 * minute],
  ] as const)('is what it does: %s on %s', async (language, channel, words, told, kept) => {
    let time = 1_700_000_000_000;
    const content = realContent({ webIdleMinutes: 7, textIdleHours: 3 });
    const store = new MemoryStore(() => time);
    const render = createPageRenderer(pickChannelTexts(content.data.texts));
    const turns = fakeTurns({ content, respond, render, store, now: () => time });
    const say = (text: string) =>
      takeTurn(turns, {
        channel,
        conversation: 'c',
        externalId: 'm1',
        message: { kind: 'text', text, choices: [], channel, language },
      });
    const { replies } = await say(words);
    expect(replies.flatMap(({ text, bullets = [] }) => [text, ...bullets]).join('\n')).toContain(told);
    time += kept - 1;
    expect((await say(words)).kind).toBe('duplicate');
    time += 1;
    expect((await say(words)).kind).toBe('answered');
  });
});
