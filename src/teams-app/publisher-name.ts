/** The most characters of a publisher's name that Teams takes. */
const longest = 32;

/**
 * The center's name as the app's publisher, of which Teams takes less than the guide does: cut at the end of a word, and not behind an "of" or "and the". The app's
 * full name keeps all of it.
 */
export function publisherName(center: string): string {
  if (center.length <= longest) return center;
  const words = center
    .slice(0, longest + 1)
    .split(' ')
    .slice(0, -1);
  while (/^\p{Ll}{1,3}$/u.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ').trim() || center.slice(0, longest);
}
