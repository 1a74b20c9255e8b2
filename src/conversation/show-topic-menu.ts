import { type Draft, type Step, withSession } from './draft';
import { openChoices } from './open-choices';
import { voiceFor } from './voice';

/** Invites to ask, with the topics of the first menu as choices. The open question waits. */
export function showTopicMenu(draft: Draft, outcome: Step['outcome']): Step {
  const { menu } = draft.content.data;
  const asking = withSession(draft, { aside: { kind: 'topics', topics: menu }, misses: 0 });
  const voice = voiceFor(asking.content, asking.session);
  const reply = { ...voice.say('ask-anything', 'suggest'), choices: openChoices(asking) };
  return { session: asking.session, replies: [reply], outcome };
}
