/** The address that calls a number as it is written: `tel:` and its digits. */
export function callAddress(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
