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

/** Words that are said around the one that ends the texts ("stop please", "no thanks stop"), and mean nothing else. Folded. */
export const politeWords: ReadonlySet<string> = new Set(
  'please pls plz thank thanks thx you u ok okay now all me this already and sir maam por favor porfa porfavor gracias ya todo'.split(' '),
);
