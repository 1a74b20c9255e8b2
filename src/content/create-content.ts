import type { CenterSettings, OpeningHours } from '../knowledge/center-settings';
import type { Slots } from '../language/fill';
import type { Language } from '../language/language';
import { compileSigns } from '../safety/signs';
import { createReader, type Model } from '../understanding/reader';
import { createUnglue } from '../understanding/unglue';
import type { Content, ContentData } from './content';

const minutesADay = 1440;
/** A Sunday, so that `day + weekday` names every weekday. */
const sunday = Date.UTC(2026, 0, 4);

function clock(minutes: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(sunday + minutes * 60_000);
}

/** The opening hours in words of the language, e.g. "Mon 8:00 AM - 8:00 PM, Tue ...". */
function describeHours(hours: OpeningHours, language: Language): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return [...hours.spans]
    .sort((a, b) => ((a.weekday + 6) % 7) - ((b.weekday + 6) % 7) || a.opens - b.opens)
    .map(({ weekday, opens, closes }) => {
      const name = day.format(sunday + weekday * minutesADay * 60_000);
      return opens === 0 && closes === minutesADay ? `${name} 0-24` : `${name} ${clock(opens, language)} - ${clock(closes, language)}`;
    })
    .join(', ')
    .replace(/[\u202f\u00a0]/g, ' ');
}

function slotsOf(data: ContentData, center: CenterSettings, language: Language): Slots {
  const slots: Record<string, string> = {
    center: center.name,
    phone: center.phone,
    'web-minutes': String(center.webIdleMinutes),
    'text-hours': String(center.textIdleHours),
  };
  const sharing = data.texts[center.sendsSummary ? 'sharing-on' : 'sharing-off'];
  if (sharing !== undefined) slots['sharing'] = sharing[language];
  if (center.hours) slots['hours'] = describeHours(center.hours, language);
  if (center.address) slots['address'] = center.address;
  if (center.website) slots['website'] = center.website;
  if (center.privacy) slots['privacy'] = center.privacy;
  for (const [id, text] of Object.entries(data.centerTexts)) if (text[language] !== null) slots[id] = text[language];
  for (const [id, line] of Object.entries(data.crisisLines)) slots[id] = line.number;
  return slots;
}

/** Joins checked content with the center's configuration and the model into what `respond` works with. */
export function createContent(data: ContentData, center: CenterSettings, model: Model): Content {
  const unglue = createUnglue(data.lexicon);
  return {
    data,
    center,
    reader: createReader(model, unglue),
    wordReader: createReader(null, unglue),
    signs: compileSigns(data.signs),
    slots: { en: slotsOf(data, center, 'en'), es: slotsOf(data, center, 'es') },
  };
}
