import type { ChannelTexts } from '../../src/channels';
import { sentence } from '../../src/language/sentence-schema';

const both = (en: string, es: string) => ({ en: sentence.parse(en), es: sentence.parse(es) });

/** The sentences that renderers add, for tests without content files. */
export const channelTexts: ChannelTexts = {
  smsTail: both('Reply with a number. 0 = skip.', 'Responda con un número. 0 = saltar.'),
  smsTailMulti: both('Reply with all that fit, like 1 3. 0 = skip.', 'Responda con todos, como 1 3. 0 = saltar.'),
  smsMore: both('Reply MORE to read on.', 'Responda MAS para seguir.'),
  step: both('Question {step} of {of}', 'Pregunta {step} de {of}'),
  send: both('Continue', 'Continuar'),
  sources: both('Where this comes from', 'De dónde viene'),
  reviewed: both('reviewed {date}', 'revisado el {date}'),
};
