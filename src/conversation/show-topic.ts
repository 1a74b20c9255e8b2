import { placeholderPattern } from '../language/fill';
import { type Draft, type Step, withSession } from './draft';
import { followUp } from './follow-up';
import { openChoices } from './open-choices';
import type { Reply } from './reply';
import type { Aside } from './session';
import { type Voice, voiceFor } from './voice';

/** The area whose topics a person under 18 is not given (safety.md section 7). */
const medicines = 'medicines';
/** The medicine that everybody may give in an overdose; a young person whose friend is dying has to be able to read of it. */
const rescue = 'naloxone';
/** The topic that is never withdrawn: its numbers have to stay within reach. */
const neverExpires = 'crisis-lines';

/** One topic's answer: its words, or what is said while the center has not told, or while nobody has reviewed it in time. */
function answerOf({ content, session, now, channel }: Draft, voice: Voice, id: string): Reply {
  const topic = content.data.topics[id];
  if (topic === undefined) throw new Error(`no topic "${id}"`);
  const base = { id: `topic:${id}`, kind: 'answer', topic: id } as const;
  if (session.place.kind === 'under-18' && topic.area === medicines && id !== rescue)
    return { ...voice.say('under18-medicine', 'answer'), topic: id };
  if (id !== neverExpires && now >= Date.parse(topic.expires)) return { ...voice.say('topic-withdrawn', 'answer'), topic: id };
  const slots = content.slots[voice.language];
  const lacks = [...topic.answer[voice.language].matchAll(placeholderPattern)].some(([, name]) => slots[name ?? ''] === undefined);
  const words = lacks && topic.unknown ? topic.unknown : topic.answer;
  const sources = topic.sources.map(({ organization, page, address }) => ({
    organization,
    page,
    ...(address !== 'center-article' && { address }),
    ...(topic.review.status === 'approved' && { reviewed: topic.review.on }),
  }));
  const links = topic['next-step'] === 'call' ? [voice.callCenter()] : topic['next-step'] === 'emergency' ? voice.helpLines() : [];
  return { ...base, text: voice.localized(words), ...(channel !== 'sms' && { sources }), ...(links.length > 0 && { links }) };
}

/** Answers with one topic and goes back to where the person was; away from the questions its related topics are offered. */
export function showTopic(draft: Draft, id: string, outcome: Step['outcome']): Step {
  const { content, session, channel } = draft;
  const voice = voiceFor(content, session);
  const answer = answerOf(draft, voice, id);
  const topic = content.data.topics[id];
  // The next step comes first where it is a topic; `call` and `emergency` are links of the answer, `questions` is always offered.
  const related = [...new Set([topic?.['next-step'] ?? '', ...(topic?.['follow-up'] ?? [])])].filter(
    (one) => content.data.topics[one] !== undefined,
  );
  const clear = withSession(draft, { misses: 0 });
  const counted = { ...outcome, topic: id };
  if (session.place.kind === 'question') {
    const step = followUp(clear, [{ ...answer, commands: related.map(voice.topic) }], counted);
    return channel === 'sms' ? { ...step, session: { ...step.session, aside: { kind: 'more', of: id, page: 0 } } } : step;
  }
  const aside: Aside = channel === 'sms' ? { kind: 'more', of: id, page: 0 } : { kind: 'topics', topics: related };
  const asking = withSession(clear, { aside });
  return { session: asking.session, replies: [{ ...answer, choices: openChoices(asking) }], outcome: counted };
}
