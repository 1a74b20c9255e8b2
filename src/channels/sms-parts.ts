import { smsLength } from './sms-length';

/** How many parts a GSM-7 text is sent and paid as: one of up to 160 places, or several of 153. A character of two places is not divided. */
export function smsParts(text: string): number {
  if (smsLength(text) <= 160) return 1;
  let parts = 1;
  let used = 0;
  for (const character of text) {
    const places = smsLength(character);
    if (used + places > 153) {
      parts += 1;
      used = 0;
    }
    used += places;
  }
  return parts;
}
