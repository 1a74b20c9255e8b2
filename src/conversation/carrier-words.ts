/**
 * Words by which a text message alone, and nothing else in it, ends the texts (47 CFR 64.1200(a)(12) and the carriers' lists; safety.md section 13),
 * with the Spanish ones of dialog-texts.md. Folded.
 */
export const optOutWords: ReadonlySet<string> = new Set([
  'stop',
  'stopall',
  'stop all',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'revoke',
  'optout',
  'opt out',
  'parar',
  'alto',
  'cancelar',
  'baja',
]);

/** Words by which texts begin again. */
export const optInWords: ReadonlySet<string> = new Set(['start', 'unstop', 'empezar']);

/** Words that a text message asks for the program's name and its help with. */
export const helpWords: ReadonlySet<string> = new Set(['help', 'info', 'ayuda']);

/** Words that are said around the one that ends the texts ("stop please", "stop thank you"), and mean nothing else. Folded. */
export const politeWords: ReadonlySet<string> = new Set(
  'please pls plz thank thanks thx you u ok okay sir maam por favor porfa porfavor gracias'.split(' '),
);

/** Beginnings of words that speak of the texts themselves. Who says none of them does not surely ask for no more of them. Folded. */
const textingWords =
  /^(?:te?xt|messag|mesag|msg|sms|numbers?$|contact|spam|unsub|unsuscri|subscri|opt$|opted$|optout|notif|list$|lists$|consent|mensaj|escrib|mande|numero|lista$|desuscri|suscri|desinscri|baja$|cel$|celular)/;

/** Whether words speak of text messages, of being on a list, or of a number to write to. Waiting lists are other lists. */
export function speaksOfTexts(words: readonly string[]): boolean {
  return words.some((word, index) => textingWords.test(word) && words[index - 1] !== 'waiting' && words[index + 2] !== 'espera');
}

/** Says not to stop: "please dont stop texting me", "no dejen de escribirme". */
const wantsMore =
  /\b(?:dont|do not|not|never|cant|no) (?:\w+ )?(?:stop|quit|end|dejen?|dejes|paren?|pares)\b|\b(?:keep|sigan?|siga) (?:texting|messaging|escrib)/;

/** Whether words ask for texts to go on. Folded. */
export function asksForMore(words: readonly string[]): boolean {
  return wantsMore.test(words.join(' '));
}
