import { chat } from '../../src/cli/chat';
import { createTalk } from '../../src/cli/create-talk';
import { shownText } from '../../src/cli/shown-text';
import { FakeGuide } from './fake-guide';
import { run } from './run';

test('a conversation goes on until the input ends', async () => {
  const { code, output } = await run((input, out) => chat([], input, out, () => new FakeGuide()), ['hello\n', '2\n']);
  expect(code).toBe(0);
  expect(output.match(/Heard: .*/g)).toEqual(['Heard: start.', 'Heard: hello.', 'Heard: q:b.']);
});

test('a wrong option is refused', async () => {
  await expect(run((input, out) => chat(['--lang', 'fr'], input, out, () => new FakeGuide()))).rejects.toThrow('--lang');
});

test('a number taps an open choice, and several numbers only where several are asked for', () => {
  const guide = new FakeGuide();
  const talk = createTalk(guide, 'web');
  talk.open(0);
  expect(talk.say('1', 0)).toContain('Heard: q:a.');
  expect(talk.say('1 2', 0)).toContain('Heard: 1 2.');
  talk.say('many', 0);
  expect(talk.say('1, 2', 0)).toContain('Heard: q:a q:b.');
  expect(talk.say('3', 0)).toContain('Heard: 3.');
});

test('on SMS a number stays what was typed', () => {
  const talk = createTalk(new FakeGuide(), 'sms', 'es');
  talk.open(0);
  expect(talk.say('1', 0)).toBe('Heard: 1.\n1. Apple\n2. Bear\n  (26 places, 1 part)');
});

test('in Teams cards are frames, and buttons stand in brackets', () => {
  const card = {
    content: {
      body: [
        { type: 'Container', style: 'attention', items: [{ type: 'TextBlock', text: 'Call 911.' }] },
        { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Call 911', url: 'tel:911' }] },
        { type: 'Input.ChoiceSet', label: 'Which?', choices: [{ title: 'Apple', value: 'a' }] },
      ],
    },
  };
  const suggestedActions = { to: [], actions: [{ type: 'imBack', title: 'Yes', value: 'Yes' }] };
  expect(shownText([{ attachments: [{ contentType: 'card', ...card }] }, { text: 'Sure?', suggestedActions }])).toBe(
    '+--\n| ! Call 911.\n| [ Call 911 -> tel:911 ]\n| Which?\n| [ ] Apple\n+--\n\nSure?\n[ Yes ]',
  );
});

test('? shows the sources of the last answer that had any', () => {
  const talk = createTalk(new FakeGuide(), 'web');
  talk.open(0);
  expect(talk.say('?', 0)).toBe('(no sources)');
  talk.say('sources', 0);
  talk.say('thanks', 0);
  expect(talk.say('?', 0)).toBe('CDC: Naloxone, https://www.cdc.gov/\nCenter: Article');
});

test('the session goes from turn to turn until it is forgotten', () => {
  const guide = new FakeGuide();
  const talk = createTalk(guide, 'web', 'es');
  talk.open(0);
  talk.say('forget', 0);
  talk.say('hello', 0);
  expect(guide.turns.map(({ session }) => session?.language ?? null)).toEqual([null, 'es', null]);
});
