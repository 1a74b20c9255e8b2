import {
  type Action,
  AdaptiveCard,
  CardElement,
  HostConfig,
  OpenUrlAction,
  SerializationContext,
  SubmitAction,
  ToggleVisibilityAction,
} from 'adaptivecards';
import type { TeamsTheme } from './teams-themes';

/** A card as a person sees it. */
export interface ShownCard {
  /** What the parser or the renderer found wrong with it. */
  readonly faults: readonly string[];
  /** Words of the blocks, without markdown, in their order; also those that are folded away. */
  readonly texts: readonly string[];
  /** Titles of the buttons, in their order. */
  readonly buttons: readonly string[];
  /** Titles of what can be ticked. */
  readonly ticks: readonly string[];
}

/** What a button did: sent data to the bot, opened an address, or showed and hid parts of its card. */
export type Tapped =
  | { readonly data: unknown }
  | { readonly url: string }
  | { readonly toggles: readonly string[] }
  | { readonly other: string };

const tapped: Tapped[] = [];

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

/** The markdown that cards have: lists, and links in them. */
function markdown(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const linked = escaped.replace(/\[([^\]]+)\]\((https:[^)\s]+)\)/g, '<a href="$2">$1</a>');
  if (!linked.startsWith('- ')) return `<p>${linked.replaceAll('\n', '<br>')}</p>`;
  return `<ul>${linked
    .split('\n')
    .map((line) => `<li>${line.slice('- '.length)}</li>`)
    .join('')}</ul>`;
}

function hostConfig({ background, text, subtle, attention }: TeamsTheme): HostConfig {
  const style = (backgroundColor: string, color: string) => ({
    backgroundColor,
    foregroundColors: { default: { default: color, subtle } },
  });
  return new HostConfig({
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    containerStyles: { default: style(background, text), attention: style(attention.background, attention.text) },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'Horizontal', actionAlignment: 'Left' },
    adaptiveCard: { allowCustomStyle: false },
  });
}

function wordsOf(elements: Iterable<Element>): string[] {
  return Array.from(elements, ({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** Shows cards below each other in the place of what was there, and tells what a person gets to see of each. */
export function showCards({ cards, theme }: { readonly cards: readonly object[]; readonly theme: TeamsTheme }): ShownCard[] {
  const config = hostConfig(theme);
  document.querySelector('main')?.replaceChildren();
  return cards.map((card) => show(card, config));
}

function show(card: object, config: HostConfig): ShownCard {
  const context = new SerializationContext();
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = config;
  adaptive.onExecuteAction = (action) => {
    tapped.push(describe(action));
  };
  // The parser's pattern for languages is global and remembers where it was: of the same language it would refuse every second one.
  if (CardElement.langProperty.regEx) CardElement.langProperty.regEx.lastIndex = 0;
  adaptive.parse(card, context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  const faults = [...parsed, ...adaptive.validateProperties().validationEvents].map(({ message }) => message);
  const shown = adaptive.render();
  if (shown === undefined) return { faults: [...faults, 'not rendered'], texts: [], buttons: [], ticks: [] };
  document.querySelector('main')?.append(shown);
  return {
    faults,
    // The label of ticks is rich text.
    texts: wordsOf(shown.querySelectorAll('div.ac-textBlock, label.ac-richTextBlock')),
    buttons: wordsOf(shown.querySelectorAll('button')),
    ticks: wordsOf(shown.querySelectorAll('label.ac-textBlock')),
  };
}

/** What was tapped since the last call. */
export function takeTapped(): Tapped[] {
  return tapped.splice(0);
}

function describe(action: Action): Tapped {
  if (action instanceof SubmitAction) return { data: action.data };
  if (action instanceof OpenUrlAction) return { url: action.url ?? '' };
  return action instanceof ToggleVisibilityAction ? { toggles: Object.keys(action.targetElements) } : { other: action.getJsonTypeName() };
}
