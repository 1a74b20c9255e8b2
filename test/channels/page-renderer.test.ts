import type { Reply } from '../../src/conversation/reply';
import { sentence } from '../../src/language/sentence-schema';
import { channelTexts } from '../fakes/channel-texts';
import { fakeTurns } from '../fakes/fake-turns';

const words = Array.from({ length: 400 }, (_, index) => `word${index}`);
const long: Reply = { id: 'topic:long', kind: 'answer', text: sentence.parse(words.join(' ')) };

describe('the pages of a turn', () => {
  const { render } = fakeTurns();
  const page = (number: number, channel = 'sms') =>
    render([long], { channel, language: 'en', page: number })
      .map(({ text }) => text)
      .join(' ');

  it('give a long answer by text message bit by bit, and all of it', () => {
    const said = [0, 1].map((number) => page(number).replaceAll(channelTexts.smsMore.en, ' '));
    const rest = [2, 3, 4, 5].map((number) => page(number).replaceAll(channelTexts.smsMore.en, ' '));
    const seen = [...said, ...rest]
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== '');
    expect(new Set(seen)).toEqual(new Set(words));
    expect(said[0]).not.toBe(said[1]);
  });

  it('end: whoever asks for more then is told again what stands open', () => {
    const handoff: Reply = { id: 'handoff', kind: 'handoff', text: sentence.parse('Call us.') };
    const after = render([long, handoff], { channel: 'sms', language: 'en', page: 50 });
    expect(after.map(({ text }) => text)).toEqual(['Call us.']);
  });

  it('are one on every other channel', () => {
    expect(page(1, 'directline')).toBe(page(0, 'directline'));
  });
});
