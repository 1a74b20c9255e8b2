import type { Draft, Step } from './draft';
import { placeChoices } from './open-choices';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** The greeting as the channel needs it, with the first choices. Before anything else it says 911, 988, and that this is not a person. */
export function greetingOf(draft: Draft): Reply[] {
  const voice = voiceFor(draft.content, draft.session);
  const choices = placeChoices(draft);
  if (draft.channel === 'sms') {
    const offer = voice.say('language-offer', 'note');
    return [voice.say('greeting-sms', 'greeting'), { ...offer, choices: choices.slice(0, 3) }];
  }
  const greeting = voice.say('greeting', 'greeting');
  const commands = [voice.command(voice.language === 'en' ? 'language-es' : 'language-en')];
  if (draft.channel !== 'msteams') return [{ ...greeting, choices, commands }];
  return [greeting, { ...voice.say('greeting-teams-add', 'note'), choices, commands }];
}

/** Opens a conversation: greets once; somebody who was greeted already finds everything as it was. */
export function openConversation(draft: Draft): Step {
  if (draft.session.greeted) return { session: draft.session, replies: [], outcome: { kind: 'start' } };
  return { session: { ...draft.session, greeted: true }, replies: greetingOf(draft), outcome: { kind: 'start' } };
}
