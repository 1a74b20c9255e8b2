import type { Content } from '../../src/content/content';
import type { Channel, Message } from '../../src/conversation/message';
import { newSession } from '../../src/conversation/new-session';
import type { Reply } from '../../src/conversation/reply';
import { respond } from '../../src/conversation/respond';
import { voiceFor } from '../../src/conversation/voice';
import { placeholderPattern } from '../../src/language/fill';
import type { Language } from '../../src/language/language';
import { now } from '../dialogs/script';
import { walk } from '../dialogs/walk';

/** Danger of every kind, and what is said in between, as people type it. */
const typed = {
  en: [
    'he is not breathing',
    'i want to die',
    'i cut myself',
    'i am having a seizure',
    'he beats me',
    'i overdosed last year',
    'suboxone made me sick',
  ],
  es: [
    'no respira',
    'quiero morir',
    'me corto',
    'tengo una convulsion',
    'me golpea',
    'tuve una sobredosis el año pasado',
    'la suboxone me puso mal',
  ],
};

/** The turns that a content can bring, once each: along every button of the script, every topic, every danger, and every text by itself. */
export function everyTurn(content: Content, channel: Channel, language: Language): readonly (readonly Reply[])[] {
  const base = { text: '', choices: [], channel, language };
  const take = (message: Partial<Message> & Pick<Message, 'kind'>, answers: Readonly<Record<string, readonly string[]>> = {}) =>
    respond(
      content,
      { ...newSession(content.data.hash, language), languageChosen: true, greeted: true, answers },
      { ...base, ...message },
      now,
    ).replies;
  const people = [{ who: ['me'] }, { who: ['someone'] }];
  const states = [...walk(content, { channel, language, taps: ({ choices = [] }) => choices.map(({ id }) => [id]) }).values()];
  const walked = states.flatMap(({ edges }) => edges.map(({ turn }) => turn.replies));
  // The commands are the same wherever a question stands: each once is enough.
  const places = [...new Map(states.map((state) => [state.last?.id, state])).values()];
  const commands = places.flatMap(({ session, last }) =>
    (last?.commands ?? []).map(({ id }) => respond(content, session, { ...base, kind: 'choice', choices: [id] }, now).replies),
  );
  const topics = Object.keys(content.data.topics).flatMap((id) =>
    people.map((who) => take({ kind: 'choice', choices: [`topic:${id}`] }, who)),
  );
  const said = typed[language].flatMap((text) => [
    ...people.map((who) => take({ kind: 'text', text }, who)),
    take({ kind: 'text', text, group: { privateChat: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot' } }),
  ]);
  const opened = respond(content, null, { ...base, kind: 'start' }, now).replies;
  const all = [opened, ...walked, ...commands, ...topics, ...said, ...alone(content, language), take({ kind: 'media' })];
  return [...new Map(all.filter((turn) => turn.length > 0).map((turn) => [JSON.stringify(turn), turn])).values()];
}

/** Every text that has all its words, and every outcome with all its lines, also those that no person gets together. */
function alone(content: Content, language: Language): Reply[][] {
  const { texts, outcomes, settingNotes, addOns } = content.data;
  return [{ who: ['me'] }, { who: ['someone'] }].flatMap((answers) => {
    const voice = voiceFor(content, { ...newSession(content.data.hash, language), answers });
    const notes = Object.keys(texts)
      // Words of the website, of the app package, and of the renderers themselves.
      .filter((id) => !/^(?:widget|teams)-|^(?:sms-tail|more-sms)/.test(id))
      .map((id) => [voice.say(id, 'note')]);
    const summaries = outcomes.map(({ id, title, lines }): Reply[] => [
      { ...voice.text(id, title), kind: 'summary', bullets: lines.map((line) => voice.text('', line, { reasons: 'x' }).text) },
      ...[...settingNotes, ...addOns.list].map((note): Reply => ({ ...voice.text(note.id, note, { reasons: 'x' }), kind: 'summary' })),
    ]);
    return [...notes, ...summaries].filter((turn) => turn.every(({ text }) => text.search(placeholderPattern) < 0));
  });
}
