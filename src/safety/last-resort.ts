import { callAddress } from '../language/call-address';
import type { Language } from '../language/language';
import type { Localized } from '../language/localized';
import type { Sentence } from '../language/sentence';

/**
 * The words when everything else has failed: no file, no storage, no content is needed for them. They are the text `system-trouble` of
 * `dialogs/common.yaml`, and a test keeps them equal.
 */
const words: Localized<string> = {
  en: 'Something is not working on my side. In danger? Call 911. Thoughts of suicide? Call or text 988. To reach the center: {phone}.',
  es: 'Algo no funciona de mi lado. ¿Peligro? Llame al 911. ¿Piensa en el suicidio? Llame al 988 (oprima 2) o mande AYUDA al 988. Para llamar al centro: {phone}.',
};

/** A reply of the last resort; it has the shape of a `Reply` of the conversation, which safety does not import. */
export interface LastResortReply {
  readonly id: 'system-trouble';
  readonly kind: 'crisis';
  readonly text: Sentence;
  readonly tier: 'check';
  readonly links: readonly { readonly label: Sentence; readonly href: string }[];
}

/** What a person is told when a turn could not be taken: 911, 988, and the center's phone. Throws nothing. */
export function lastResort(language: Language, phone: string): LastResortReply[] {
  const link = (label: string, href: string) => ({ label: label as Sentence, href });
  return [
    {
      id: 'system-trouble',
      kind: 'crisis',
      text: words[language].replace('{phone}', () => phone) as Sentence,
      tier: 'check',
      links: [link('911', 'tel:911'), link('988', 'tel:988'), link('988', 'sms:988'), link(phone, callAddress(phone))],
    },
  ];
}
