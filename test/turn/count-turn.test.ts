import type { Message } from '../../src/conversation/message';
import { respond, type Turn } from '../../src/conversation/respond';
import { countTurn } from '../../src/turn/count-turn';
import { realContent } from '../support/real-content';

const content = realContent();
const text = (words: string): Message => ({ kind: 'text', text: words, choices: [], channel: 'web', language: 'es' });
const first = (words: string): Turn => respond(content, null, text(words), 0);

describe('countTurn', () => {
  it('counts a start once, with channel and language', () => {
    const turn = first('hola');
    expect(countTurn(turn, text('hola'), true)).toEqual(['started', 'channel:web', 'language:es']);
    expect(countTurn(turn, { ...text('hola'), channel: 'sms' }, true)).toEqual(['started', 'channel:sms', 'language:es']);
    expect(countTurn(turn, text('hola'), false)).toEqual([]);
  });

  it('counts a danger by tier and category, and a topic by its id', () => {
    expect(countTurn(first('no respira'), text('no respira'), false)).toEqual(['danger:emergency:overdose']);
    const asked = first('¿cuánto cuesta?');
    expect(countTurn(asked, text(''), false)).toEqual([`topic:${asked.outcome.topic}`]);
  });

  it('counts a danger without a category as other', () => {
    const turn = first('hola');
    const unnamed = { ...turn, outcome: { ...turn.outcome, tier: 'check' as const } };
    expect(countTurn(unnamed, text(''), false)).toEqual(['danger:check:other']);
  });

  it('holds nothing of what was written', () => {
    const words = 'me llamo Juana y mi hijo Beto no respira, calle Olmo 12';
    expect(countTurn(first(words), text(words), true).join()).not.toMatch(/juana|beto|olmo/i);
  });

  it('counts how a conversation ended', () => {
    const turn = first('hola');
    const ended = { ...turn, outcome: { ...turn.outcome, finished: 'detox-now', forget: true } };
    expect(countTurn(ended, text(''), false)).toEqual(['finished:detox-now', 'deleted']);
  });
});
