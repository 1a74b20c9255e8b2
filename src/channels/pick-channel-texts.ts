import type { Localized } from '../language/localized';
import type { Sentence } from '../language/sentence';
import type { ChannelTexts } from './channel-texts';

/** Takes the renderers' sentences out of `content.data.texts`. Throws an error that names the text id which is missing. */
export function pickChannelTexts(texts: Readonly<Record<string, Localized<Sentence>>>): ChannelTexts {
  const pick = (id: string): Localized<Sentence> => {
    const text = texts[id];
    if (!text) throw new Error(`The channels need the text "${id}", which no file of dialogs/ has.`);
    return { en: text.en, es: text.es };
  };
  return {
    smsTail: pick('sms-tail'),
    smsTailMulti: pick('sms-tail-multi'),
    smsMore: pick('more-sms'),
    step: pick('widget-step'),
    send: pick('widget-continue'),
    sources: pick('widget-sources'),
    reviewed: pick('widget-reviewed'),
  };
}
