/** Length of a GSM-7 text as a phone counts it: characters of the extension table take two places. */
export function smsLength(text: string): number {
  return text.length + (text.match(/[\^{}\\[~\]|€]/g)?.length ?? 0);
}
