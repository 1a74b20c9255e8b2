import type { Activity } from 'botframework-schema';
import type { Reply, Source } from '../conversation/reply';
import { fill } from '../language/fill';
import type { Language } from '../language/language';
import { type CardAction, type CardElement, cardActivity } from './adaptive-card';
import { cardChoices, cardCommands } from './card-choices';
import { cardText, textBlock } from './card-text';
import type { ChannelTexts } from './channel-texts';
import { linkLines } from './link-lines';
import { paragraphs } from './paragraphs';

/** Teams shows so many suggested actions; more choices go into a card. */
const mostSuggested = 3;
const sourcesId = 'sources';

/**
 * Replies for Teams. What is only said is text, which can be copied; up to three choices are suggested actions below it. Everything else is an
 * Adaptive Card: questions, danger stops, answers with their sources, numbers to call.
 */
export function renderTeams(replies: readonly Reply[], texts: ChannelTexts, language: Language): Partial<Activity>[] {
  const activities: Partial<Activity>[] = [];
  replies.forEach((reply, index) => {
    const activity = fitsText(reply) ? textMessage(reply, language) : card(reply, texts, language);
    const isMoreOf = reply.kind === 'summary' && replies[index - 1]?.kind === 'summary';
    const before = activities.at(-1)?.text;
    // A summary is one message, so that it is copied at once.
    if (isMoreOf && before !== undefined && activity.text !== undefined)
      activities.splice(-1, 1, { ...activity, text: `${before}\n\n${activity.text}` });
    else activities.push(activity);
  });
  return activities;
}

/** A question that was answered, without its buttons: what was asked, and what was chosen (as bullets of the reply). */
export function renderAnswered({ text, bullets = [] }: Reply, language: Language): Partial<Activity> {
  return cardActivity([textBlock(text, { isSubtle: true }), ...bullets.map((bullet) => textBlock(bullet, { weight: 'Bolder' }))], language);
}

/** Suggested actions are dropped beside a card, so a reply is one or the other. */
function fitsText({ kind, choices = [], commands = [], links = [], sources = [], several }: Reply): boolean {
  const isCard = kind === 'crisis' || links.length > 0 || sources.length > 0 || commands.length > 0 || several === true;
  return !isCard && choices.length <= mostSuggested;
}

/** Teams takes text for markdown, in which a blank line ends a paragraph. */
function textMessage(reply: Reply, language: Language): Partial<Activity> {
  const { choices = [] } = reply;
  const activity: Partial<Activity> = { type: 'message', text: paragraphs(reply).join('\n\n'), textFormat: 'markdown', locale: language };
  if (choices.length === 0) return activity;
  // The only kind that Teams sends back from here: as words, which name the choice that stands open.
  const actions = choices.map(({ label }) => ({ type: 'imBack', title: label, value: label }));
  return { ...activity, suggestedActions: { to: [], actions } };
}

function card(reply: Reply, texts: ChannelTexts, language: Language): Partial<Activity> {
  const isCrisis = reply.kind === 'crisis';
  const words = reply.several ? [] : cardText(reply, reply.kind === 'question' ? { weight: 'Bolder' } : {});
  const choices = cardChoices(reply, texts.send[language]);
  const body: CardElement[] = [
    ...step(reply, texts, language),
    ...(isCrisis ? [{ type: 'Container', style: 'attention', items: words } as const] : words),
    // Beside an open question the numbers may not be taken for its answers.
    ...(reply.kind === 'question' ? [...choices, ...calls(reply)] : [...calls(reply), ...choices]),
    ...sources(reply, texts, language),
    ...cardCommands(reply),
  ];
  // A notification says where help is; of all else it says nothing, since others may see it.
  return cardActivity(body, language, isCrisis ? reply.text : undefined);
}

function step({ progress }: Reply, texts: ChannelTexts, language: Language): CardElement[] {
  if (progress === undefined) return [];
  const slots = { step: String(progress.step), of: String(progress.of) };
  return [textBlock(fill(texts.step[language], slots), { isSubtle: true, size: 'Small' })];
}

/** Teams opens web pages and telephone numbers; a number to text is written out. */
function canOpen(href: string): boolean {
  return /^(?:tel|https):/.test(href);
}

function calls(reply: Reply): CardElement[] {
  const { links = [] } = reply;
  const lines = linkLines({ ...reply, links: links.filter(({ href }) => !canOpen(href)) }).map((line) => textBlock(line));
  const actions = links
    .filter(({ href }) => canOpen(href))
    .map(({ label, href }): CardAction => ({ type: 'Action.OpenUrl', title: label, url: href }));
  const rows = Array.from({ length: Math.ceil(actions.length / 2) }, (_, row) => actions.slice(2 * row, 2 * row + 2));
  return [...lines, ...rows.map((row): CardElement => ({ type: 'ActionSet', spacing: 'Small', actions: row }))];
}

/** Where the answer comes from, folded away. */
function sources({ sources: list = [] }: Reply, texts: ChannelTexts, language: Language): CardElement[] {
  if (list.length === 0) return [];
  const items = list.map((source) => textBlock(`- ${describe(source, texts, language)}`, { size: 'Small', spacing: 'None' }));
  return [
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: texts.sources[language], targetElements: [sourcesId] }],
    },
    { type: 'Container', id: sourcesId, isVisible: false, items },
  ];
}

function describe({ organization, page, address, reviewed }: Source, texts: ChannelTexts, language: Language): string {
  const named = `${organization}: ${address === undefined ? page : `[${page}](${address})`}`;
  return reviewed === undefined ? named : `${named} (${fill(texts.reviewed[language], { date: reviewed })})`;
}
