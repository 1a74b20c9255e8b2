import { createRenderer, pickChannelTexts, renderAnswered } from '../../src/channels';
import type { Content } from '../../src/content/content';
import { answeredQuestion } from '../../src/conversation/answered-question';
import { newSession } from '../../src/conversation/new-session';
import type { Language } from '../../src/language/language';
import { everyTurn } from './every-turn';

/** A card, as the tests look through it. */
export interface Card {
  readonly body: readonly Part[];
}

/** Any part of a card: what a part does not have is absent. */
export interface Part {
  readonly type: string;
  readonly text?: string;
  readonly label?: string;
  readonly items?: readonly Part[];
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
  readonly actions?: readonly Button[];
  readonly style?: string;
  readonly id?: string;
}

/** A button of a card. */
export interface Button {
  readonly type: string;
  readonly title: string;
  readonly data?: object;
  readonly url?: string;
  readonly targetElements?: readonly string[];
}

/** The cards that a content can bring in Teams, once each: of all turns, and those that take the place of answered questions. */
export function everyCard(content: Content, language: Language): Card[] {
  const render = createRenderer(pickChannelTexts(content.data.texts));
  const sent = everyTurn(content, 'msteams', language).flatMap((replies) => render(replies, { channel: 'msteams', language }));
  const session = newSession(content.data.hash, language);
  const answered = Object.entries(content.data.questions).flatMap(([id, { choices }]) =>
    Object.keys(choices).flatMap((choice) => {
      const question = answeredQuestion(content, session, [`${id}:${choice}`]);
      return question === null ? [] : [renderAnswered(question, language)];
    }),
  );
  const cards = [...sent, ...answered].flatMap(({ attachments = [] }) => attachments.map((attachment) => attachment.content as Card));
  return [...new Map(cards.map((card) => [JSON.stringify(card), card])).values()];
}
