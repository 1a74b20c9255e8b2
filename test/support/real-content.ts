import type { Content } from '../../src/content/content';
import { loadContent } from '../../src/content/load-content';
import type { CenterSettings } from '../../src/knowledge/center-settings';

/** A center as an operator would configure it, with everything optional left out. */
export const plainCenter: CenterSettings = {
  name: 'Knoxville Recovery Center',
  phone: '865-555-0100',
  hours: null,
  timeZone: 'America/New_York',
  address: null,
  website: null,
  privacy: null,
  webIdleMinutes: 30,
  textIdleHours: 24,
  sendsSummary: false,
};

/** The content and the model as the build made them: `npm run build` comes before the tests. */
export function realContent(center: Partial<CenterSettings> = {}): Content {
  return loadContent({ ...plainCenter, ...center });
}
