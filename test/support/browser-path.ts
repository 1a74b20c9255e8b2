import { existsSync } from 'node:fs';

/** Where CHROMIUM_PATH, Debian and its relatives have Chromium; null where it is missing. */
export function browserPath(): string | null {
  const places = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}
