import { fold } from './fold';

/** The words of a text in folded form: letters and digits, everything else separates. */
export function words(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}
