import { loadConfig } from '../config';
import { loadContent } from '../content/load-content';
import type { Guide } from './guide';
import { guideOf } from './guide-of';

/** Reads settings and content as the server does. Throws ConfigError, or an error that lists the problems of the content. */
export function openGuide(): Guide {
  return guideOf(loadContent(loadConfig().center));
}
