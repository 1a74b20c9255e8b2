import { writeKept } from './kept';

/** Where a person lands who has to leave at once: a page that says nothing. */
const neutralPage = 'https://www.weather.gov/';

/**
 * Blanks the page, forgets the conversation and goes to a neutral page, which takes the place of this one in the browser's history.
 * `target`: another page to go to; only https.
 */
export function leaveQuickly(target: string): void {
  writeKept(null);
  document.documentElement.replaceChildren();
  location.replace(target.startsWith('https://') ? target : neutralPage);
}
