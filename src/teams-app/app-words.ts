import type { Content } from '../content/content';
import type { teamsTexts } from '../content/spoken-texts';
import { fill } from '../language/fill';
import type { Language } from '../language/language';
import type { Sentence } from '../language/sentence';

/** Commands in the menu that Teams offers. They can be said at any time; those of one question have no sense there. */
const commands = ['help', 'start-over', 'call'] as const;

/** What Teams shows of the guide before anybody talks to it, in one language. */
export interface AppWords {
  readonly name: Sentence;
  readonly fullName: Sentence;
  readonly shortDescription: Sentence;
  readonly description: Sentence;
  /** Choosing one sends its title as a message. */
  readonly commands: readonly { readonly title: Sentence; readonly description: Sentence }[];
}

/** Takes the app's words out of content. Throws an Error that names what content lacks. */
export function appWords({ data, slots }: Content, language: Language): AppWords {
  return {
    name: text('name'),
    fullName: text('full-name'),
    shortDescription: text('short-description'),
    description: text('description'),
    commands: commands.map((id) => ({ title: label(id), description: text(id) })),
  };

  function text(name: keyof typeof teamsTexts): Sentence {
    const words = data.texts[`teams-${name}`];
    if (words === undefined) throw new Error(`The Teams app needs the text "teams-${name}", which dialogs/teams.yaml does not have.`);
    return fill(words[language], slots[language]);
  }

  function label(id: string): Sentence {
    const command = data.commands[id];
    if (command === undefined) throw new Error(`The Teams app needs the command "${id}", which dialogs/common.yaml does not have.`);
    return command.label[language];
  }
}
