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

/** The same in plain words (47 CFR 64.1200(a)(10): any reasonable way). "I want to quit heroin" is not among them. */
export const optOutSentence =
  /^(please )?(stop|quit) (texting|messaging|text|sending me)( me)?( texts| messages)?( please)?$|^(please )?(do not|dont) (text|message|contact) me( again| anymore)?( please)?$|^(por favor )?(ya )?no me (mande|manden|escriba|escriban|envie)( mas)?( mensajes| textos)?( por favor)?$|^(por favor )?deje(n)? de (mandarme|escribirme|enviarme)( mensajes| textos)?$/;
