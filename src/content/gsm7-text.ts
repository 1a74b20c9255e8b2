/** GSM 03.38, the characters of plain text messages: basic set and extension table (which counts two). */
const basic = /[@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]/;
const extended = /[\^{}\\[~\]|€]/;
/** Accents that text messages lose without harm: the channel folds them (channels/gsm7.ts). */
const folded: Readonly<Record<string, string>> = { á: 'a', í: 'i', ó: 'o', ú: 'u', Á: 'A', Í: 'I', Ó: 'O', Ú: 'U' };

/** The characters of a text that a plain text message cannot carry, each once. */
export function notGsm7(text: string): string[] {
  return [...new Set(text.normalize('NFC'))].filter((one) => !basic.test(one) && !extended.test(one) && folded[one] === undefined);
}

/** Length of a text as a text message. */
export function gsm7Length(text: string): number {
  return [...text.normalize('NFC')].reduce((sum, one) => sum + (extended.test(one) ? 2 : 1), 0);
}
