import { createPageRenderer, pickChannelTexts } from '../channels';
import type { Content } from '../content/content';
import { respond } from '../conversation/respond';
import type { Guide } from './guide';

/** The conversation over this content. */
export function guideOf(content: Content): Guide {
  return {
    respond: (session, message, now) => respond(content, session, message, now),
    render: createPageRenderer(pickChannelTexts(content.data.texts)),
    hasQuestion: (id) => Object.hasOwn(content.data.questions, id),
  };
}
