/** GSM 03.38: the basic set, and the characters of the extension table, which a phone counts as two (see `sms-length.ts`). */
const gsm7Pattern = /^[@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]$/;

/**
 * Characters that have a plain counterpart. Only four accents are lost (clinical/dialog-texts.md): GSM-7 keeps the n-tilde
 * ("ano" for "año" would be a bad error), e-acute, u-umlaut and the inverted marks.
 */
const counterparts: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2022': '-',
  '\u00b7': '-',
  '\u2026': '...',
  '`': "'",
  '\r': '\n',
};

/**
 * The text in GSM-7 characters alone. One character outside that set would turn the 153-character parts of a text message into
 * 67-character ones. What has neither a counterpart nor a base letter becomes "?".
 */
export function gsm7(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFC').replaceAll('\r\n', '\n')) folded += fold(character);
  return folded;
}

function fold(character: string): string {
  if (gsm7Pattern.test(character)) return character;
  const counterpart = counterparts[character];
  if (counterpart !== undefined) return counterpart;
  // Invisible joiners, variation selectors and the like mean nothing in a text message.
  if (/[\p{Cf}\p{M}]/u.test(character)) return '';
  if (/\s/.test(character)) return ' ';
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return base !== '' && [...base].every((letter) => gsm7Pattern.test(letter)) ? base : '?';
}
