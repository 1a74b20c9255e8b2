import type { Activity } from 'botframework-schema';
import type { Language } from '../language/language';

/** The parts of Adaptive Cards 1.5 (https://adaptivecards.io/explorer/) that we use. Looks are left to Teams, so that dark and high contrast hold. */
export type CardElement = TextBlock | Container | ActionSet | ChoiceSet;

/** Words; long lines wrap. Teams reads a little markdown in them: the lists are ours. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Medium';
  readonly isSubtle?: true;
  readonly spacing?: 'None' | 'Small';
}

/** Elements that belong together; `attention` is the color of a warning. */
interface Container {
  readonly type: 'Container';
  readonly items: readonly CardElement[];
  readonly style?: 'attention';
  readonly id?: string;
  readonly isVisible?: boolean;
}

/** Buttons in a row. */
export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
  readonly spacing?: 'None' | 'Small';
  /** A line above. */
  readonly separator?: true;
}

/** Answers of which several may be ticked; what was ticked comes back as ids with commas between, under the element's id. */
interface ChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly isMultiSelect: true;
  readonly style: 'expanded';
  readonly wrap: true;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** A button: sends data to the guide, opens an address, or shows what is hidden. */
export type CardAction =
  | { readonly type: 'Action.Submit'; readonly title: string; readonly data: object; readonly associatedInputs?: 'none' }
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | { readonly type: 'Action.ToggleVisibility'; readonly title: string; readonly targetElements: readonly string[] };

/** One message activity that shows a card. `summary`: what a notification says of it. No text beside it: Teams would show both. */
export function cardActivity(body: readonly CardElement[], language: Language, summary?: string): Partial<Activity> {
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    body,
  };
  return {
    type: 'message',
    locale: language,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    ...(summary !== undefined && { summary }),
  };
}
