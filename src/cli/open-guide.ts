import { createPageRenderer, pickChannelTexts } from '../channels';
import { loadConfig } from '../config';
import { loadContent } from '../content/load-content';
import { respond } from '../conversation/respond';
import type { Guide } from './guide';

/** Reads settings and content as the server does. Throws ConfigError, or an error that lists the problems of the content. */
export function openGuide(): Guide {
  const content = loadContent(loadConfig().center);
  return {
    respond: (session, message, now) => respond(content, session, message, now),
    render: createPageRenderer(pickChannelTexts(content.data.texts)),
    hasQuestion: (id) => Object.hasOwn(content.data.questions, id),
  };
}
