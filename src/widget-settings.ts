import type { RenderPage } from './channels';
import type { Content } from './content/content';
import { widgetTexts } from './content/spoken-texts';
import type { respond } from './conversation/respond';
import { fill } from './language/fill';
import { type Language, languages } from './language/language';
import type { Localized } from './language/localized';
import type { Activity } from './widget/activity';
import type { WidgetSettings, Words } from './widget/settings';

/** Labels of commands that the website chat shows under its own names. */
const labels = { call: 'call', 'start-over': 'start-over', delete: 'delete' } as const;

/** What the website chat is made of in this center: its words, and the opening as the guide itself would say it. Throws where content lacks a text. */
export function widgetSettings(content: Content, respondTo: typeof respond, render: RenderPage): WidgetSettings {
  const { center, data } = content;
  return {
    center: { name: center.name, phone: center.phone },
    idleMinutes: center.webIdleMinutes,
    words: localized((language) => wordsOf(content, language)),
    opening: localized((language): readonly Activity[] => {
      const { replies } = respondTo(content, null, { kind: 'start', text: '', choices: [], channel: 'web', language }, 0);
      return render(replies, { channel: 'web', language, page: 0 }).map(({ text, channelData }) => ({
        ...(text && { text }),
        channelData,
      }));
    }),
  };

  function wordsOf({ slots }: Content, language: Language): Words {
    const texts = widgetTexts.map((name) => {
      const text = data.texts[`widget-${name}`];
      if (text === undefined)
        throw new Error(`The website chat needs the text "widget-${name}", which dialogs/website.yaml does not have.`);
      return [name, fill(text[language], slots[language])] as const;
    });
    const commands = Object.entries(labels).map(([name, id]) => [name, commandLabel(id, language)] as const);
    const other = language === 'en' ? 'language-es' : 'language-en';
    return Object.fromEntries([...texts, ...commands, ['other-language', commandLabel(other, language)]]) as unknown as Words;
  }

  function commandLabel(id: string, language: Language): string {
    const command = data.commands[id];
    if (command === undefined) throw new Error(`The website chat needs the command "${id}", which dialogs/common.yaml does not have.`);
    return command.label[language];
  }
}

function localized<T>(make: (language: Language) => T): Localized<T> {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as unknown as Localized<T>;
}
