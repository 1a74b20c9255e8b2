import fc from 'fast-check';
import type { Content } from '../../src/content/content';
import type { Channel, Message } from '../../src/conversation/message';
import type { Reply } from '../../src/conversation/reply';
import { respond, type Turn } from '../../src/conversation/respond';
import type { Session } from '../../src/conversation/session';
import type { Language } from '../../src/language/language';

/** A moment within the review dates of all topics. */
export const now = Date.UTC(2026, 11, 1, 15);

/** How a random conversation goes: each pick is one of the moves that stand open. */
export interface Walk {
  readonly channel: Channel;
  readonly language: Language;
  readonly picks: readonly number[];
}

/** Where a random conversation stands. */
export interface Place {
  readonly session: Session;
  readonly last: Reply | undefined;
  readonly open: Omit<Message, 'kind' | 'text' | 'choices'>;
}

/** Things that may be typed anywhere and that open asides. */
const words = [
  'how long does detox take',
  'program',
  'delete my data',
  'start over',
  'change an answer',
  'emergency',
  '2 days',
  'blorp',
  'español',
  'english',
  'skip',
  'back',
  'summary',
  '1 2',
  'STOP',
  'START',
  'HELP',
  'i want to kill myself',
  'MORE',
];

/** Random conversations of up to 16 turns on every channel, in both languages. */
export const walks: fc.Arbitrary<Walk> = fc.record({
  channel: fc.constantFrom('web', 'sms', 'msteams'),
  language: fc.constantFrom('en', 'es'),
  picks: fc.array(fc.nat(10_000), { maxLength: 16 }),
});

function messageFor(pick: number, place: Place): Message {
  const buttons = [...(place.last?.choices ?? []), ...(place.last?.commands ?? [])];
  // Three moves out of four are buttons, where there are any.
  const button = pick % 4 === 0 ? undefined : buttons[pick % Math.max(buttons.length, 1)];
  if (button !== undefined) return { ...place.open, kind: 'choice', text: '', choices: [button.id] };
  if (pick % 40 === 0) return { ...place.open, kind: 'media', text: '', choices: [] };
  return { ...place.open, kind: 'text', text: words[pick % words.length] ?? '', choices: [] };
}

/** Walks a random conversation through `respond` from its opening; `watch` sees every turn. */
export function walkTo(content: Content, { channel, language, picks }: Walk, watch: (turn: Turn) => void = () => {}): Place {
  const open = { channel, language };
  const arrive = (turn: Turn): Place => {
    watch(turn);
    return { session: turn.session, last: turn.replies.at(-1), open };
  };
  let place = arrive(respond(content, null, { ...open, kind: 'start', text: '', choices: [] }, now));
  for (const pick of picks) place = arrive(respond(content, place.session, messageFor(pick, place), now));
  return place;
}

/** What a person types where a walk has led. */
export function say(content: Content, { session, open }: Place, text: string): Turn {
  return respond(content, session, { ...open, kind: 'text', text, choices: [] }, now);
}

/** Strings as nobody types them: all of Unicode, halves of characters, invisible ones, and very long ones. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('heroin', 'no', 'sí', '1', '0', '\u200b', '{phone}', '{reasons}', '\n', '  ', '__proto__'), {
      maxLength: 12,
    })
    .map((some) => some.join(' ')),
  fc.nat(20_000).map((length) => 'a b '.repeat(length / 4)),
);
