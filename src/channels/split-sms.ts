import { takeSms } from './take-sms';

/** The longest message the guide sends: two parts of 153, the most that a carrier joins reliably at a low price. */
export const smsLimit = 306;

/** Splits a GSM-7 text into messages of at most `smsLimit` places, cut where `takeSms` finds it best. Nothing is lost. */
export function splitSms(text: string): string[] {
  const messages: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [message, after] = takeSms(rest, smsLimit);
    messages.push(message);
    rest = after;
  }
  return messages;
}
