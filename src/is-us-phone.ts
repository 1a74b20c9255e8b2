/** Whether a text is a US telephone number, in any punctuation. North American numbering plan: area code and exchange begin with 2 to 9 and do not end with 11. */
export function isUsPhone(text: string): boolean {
  const digits = /^[\d\s().+-]+$/.test(text) ? text.replace(/\D/g, '') : '';
  return /^1?(?![2-9]11)[2-9]\d\d(?![2-9]11)[2-9]\d{6}$/.test(digits);
}
