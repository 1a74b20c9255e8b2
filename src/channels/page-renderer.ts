import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply';
import { channelOf } from './channel-of';
import type { ChannelTexts } from './channel-texts';
import { createRenderer, type RenderTarget } from './create-renderer';
import { pageSms } from './page-sms';

/** Renders one page of the replies; only text messages have more than page 0. */
export type RenderPage = (replies: readonly Reply[], target: Omit<RenderTarget, 'from'> & { readonly page: number }) => Partial<Activity>[];

/** Makes the renderer that turns use: a person who asks for MORE gets the page by its number, after the last one what stands open. */
export function createPageRenderer(texts: ChannelTexts): RenderPage {
  const render = createRenderer(texts);
  return (replies, { channel, language, page }) => {
    let from = 0;
    if (channelOf(channel) === 'sms') {
      for (let turned = 0; turned < page; turned += 1) {
        const { next } = pageSms(replies, from, texts, language);
        // Everything was said: what stands open is said again.
        if (next === null) return render(replies.slice(-1), { channel, language });
        from = next;
      }
    }
    return render(replies, { channel, language, from });
  };
}
