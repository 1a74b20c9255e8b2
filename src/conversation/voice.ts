import type { Content } from '../content/content';
import type { Text } from '../dialogs/schema';
import { callAddress } from '../language/call-address';
import { fill, type Slots } from '../language/fill';
import type { Language } from '../language/language';
import type { Localized } from '../language/localized';
import type { Sentence } from '../language/sentence';
import type { Choice, Link, Reply, ReplyKind } from './reply';
import type { Session } from './session';

/** Puts curated content into words for one person: their language, their wording (self or loved one), the placeholders filled. */
export interface Voice {
  readonly language: Language;
  /** The wording about a loved one is used where there is one. */
  readonly them: boolean;
  readonly localized: (sentence: Localized<Sentence>, slots?: Slots) => Sentence;
  /** The words of a text and the id under which they are known: texts of the loved-one wording end in `-them`. */
  readonly text: (id: string, text: Text, slots?: Slots) => { readonly id: string; readonly text: Sentence };
  /** A reply made of one text of the dialog files. */
  readonly say: (id: string, kind: ReplyKind, slots?: Slots) => Reply;
  readonly command: (id: string) => Choice;
  readonly topic: (id: string) => Choice;
  /** Call and text buttons of a crisis line. */
  readonly lines: (id: string) => Link[];
  /** 911 and 988: what has to be within reach wherever danger may be. */
  readonly helpLines: () => Link[];
  /** The button that calls the center. */
  readonly callCenter: () => Link;
}

/** The voice for a session, in its own language or in another one. Throws when content lacks a text: the check of content rules that out. */
export function voiceFor(content: Content, session: Session, language: Language = session.language): Voice {
  const { data, slots: base } = content;
  const them = session.answers['who']?.includes('someone') ?? false;
  const words = (id: string): Text => {
    const found = data.texts[id];
    if (found === undefined) throw new Error(`no text "${id}"`);
    return found;
  };
  const localized = (sentence: Localized<Sentence>, slots: Slots = {}) => fill(fill(sentence[language], slots), base[language]);
  const text = (id: string, one: Text, slots: Slots = {}) => {
    const isThem = them && one.them !== undefined;
    return { id: isThem && !id.endsWith('-them') ? `${id}-them` : id, text: localized(isThem && one.them ? one.them : one, slots) };
  };
  const lines = (id: string): Link[] => {
    const line = data.crisisLines[id];
    if (line === undefined) throw new Error(`no crisis line "${id}"`);
    const number = line.href.replace(/^\w+:/, '');
    return line.ways.map((way) => ({
      label: localized(line.buttons?.[way] ?? words(way === 'text' ? 'text-number' : 'call-number'), { number: line.number }),
      href: `${way === 'text' ? 'sms' : 'tel'}:${number}`,
    }));
  };
  return {
    language,
    them,
    localized,
    text,
    say: (id, kind, slots = {}) => ({ ...text(id, words(id), slots), kind }),
    command: (id) => {
      const command = data.commands[id];
      if (command === undefined) throw new Error(`no command "${id}"`);
      return { id: `command:${id}`, label: localized(command.label) };
    },
    topic: (id) => {
      const topic = data.topics[id];
      if (topic === undefined) throw new Error(`no topic "${id}"`);
      return { id: `topic:${id}`, label: localized(topic.label), say: localized(topic.title) };
    },
    lines,
    helpLines: () => ['emergency', 'lifeline'].flatMap(lines),
    callCenter: () => ({
      label: localized(words('call-number'), { number: content.center.phone }),
      href: callAddress(content.center.phone),
    }),
  };
}
