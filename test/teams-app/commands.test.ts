import { respond } from '../../src/conversation/respond';
import { type Language, languages } from '../../src/language/language';
import { appWords } from '../../src/teams-app/app-words';
import { realContent } from '../support/real-content';

const content = realContent();
const now = Date.UTC(2026, 10, 24);

/** What the guide says to somebody in Teams who has just been greeted, and then types something or taps buttons. */
function replyTo(language: Language, text: string, choices: readonly string[] = []) {
  const sender = { channel: 'msteams', language } as const;
  const { session } = respond(content, null, { kind: 'start', text: '', choices: [], ...sender }, now);
  return respond(content, session, { kind: choices.length > 0 ? 'choice' : 'text', text, choices, ...sender }, now);
}

const commands = ['help', 'start-over', 'call'];
const cases = languages.flatMap((language) =>
  appWords(content, language).commands.map(({ title }, index) => ({ language, title, command: commands[index] ?? '' })),
);

test('the menu has help, start over and call in both languages', () => {
  expect(cases.map(({ title }) => title)).toEqual([
    'Help',
    'Start over',
    'Call the center',
    'Ayuda',
    'Empezar de nuevo',
    'Llamar al centro',
  ]);
});

describe.each(cases)('"$title" in the menu of Teams', ({ language, title, command }) => {
  test('does what the button for it does', () => {
    const typed = replyTo(language, title);
    const tapped = replyTo(language, '', [`command:${command}`]);
    expect(typed.outcome).toMatchObject({ kind: 'command' });
    expect(typed.replies).toEqual(tapped.replies);
  });

  test('is understood by somebody whose chat is in the other language', () => {
    const other = replyTo(language === 'en' ? 'es' : 'en', title);
    const ids = replyTo(language, title).replies.map(({ id }) => id);
    expect(other.replies.map(({ id }) => id)).toEqual(ids);
  });
});
