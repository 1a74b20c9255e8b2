import type { Activity } from 'botframework-schema';
import type { Reply } from '../conversation/reply';
import type { Language } from '../language/language';
import { bodyLines } from './body-lines';
import type { GuideData } from './guide-data';
import { textActivity } from './text-activity';
import { withButtons } from './with-buttons';

/**
 * Replies for the website chat and other Direct Line clients: one activity a reply. Our widget draws choices, links and
 * sources from `channelData.guide`; other clients get the choices as suggested actions.
 */
export function renderWeb(replies: readonly Reply[], language: Language): Partial<Activity>[] {
  const activities = replies.map((reply) => ({
    ...textActivity(bodyLines(reply).join('\n'), language),
    channelData: { guide: guideData(reply) },
  }));
  return withButtons(activities, replies);
}

function guideData(reply: Reply): GuideData {
  return {
    replyId: reply.id,
    kind: reply.kind,
    ...(reply.question !== undefined && { question: reply.question }),
    ...reply.progress,
    ...(reply.topic !== undefined && { topic: reply.topic }),
    ...(reply.tier !== undefined && { tier: reply.tier }),
    ...(reply.several !== undefined && { several: reply.several }),
    ...(reply.choices && { choices: reply.choices }),
    ...(reply.commands && { commands: reply.commands }),
    ...(reply.links && { links: reply.links }),
    ...(reply.sources && { sources: reply.sources }),
  };
}
