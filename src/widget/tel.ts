/** The address that calls a number as it is written. */
export function tel(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
