import type { Card } from './every-card';

const words = ['text', 'title', 'label', 'data', 'url', 'value', 'choices'];

/** Cards in which every part is that looks otherwise than the parts of the cards before it: parts that differ in their words alone look the same. */
export function oneOfEachLook(cards: readonly Card[]): Card[] {
  const seen = new Set<string>();
  return cards.filter(({ body }) => {
    const looks = body.map((part) => JSON.stringify(part, (name, value) => (words.includes(name) ? undefined : value)));
    const isNew = looks.some((look) => !seen.has(look));
    for (const look of looks) seen.add(look);
    return isNew;
  });
}
