import type { Reading } from '../understanding/reader';
import { helpWords, optInWords, optOutSentence, optOutWords } from './carrier-words';
import { type Draft, type Step, withSession } from './draft';
import { openChoices } from './open-choices';
import { takeCommand } from './take-command';
import { voiceFor } from './voice';

/** Whether a text message as a whole asks for no more texts; its confirmation names 911 and 988. */
export function readsAsOptOut({ channel }: Draft, reading: Reading): boolean {
  const said = reading.words.join(' ');
  return channel === 'sms' && (optOutWords.has(said) || optOutSentence.test(said));
}

/** Carrier words of text messages: leave, come back, help. */
export function takeCarrierWord(draft: Draft, reading: Reading): Step | null {
  if (draft.channel !== 'sms') return null;
  const said = reading.words.join(' ');
  const voice = voiceFor(draft.content, draft.session);
  if (readsAsOptOut(draft, reading)) {
    const replies = draft.session.optedOut ? [] : [voice.say('cmd-stop-confirm', 'command')];
    return { session: { ...draft.session, optedOut: true, aside: null }, replies, outcome: { kind: 'opt-out' } };
  }
  // START is also the word of the hotline that the stop for violence names (review.md S5).
  const isHotline = draft.session.alert > 0 && draft.session.stops.some((id) => draft.content.data.stops[id]?.category === 'violence');
  if (said === 'start' && isHotline)
    return { session: draft.session, replies: [voice.say('start-after-danger', 'crisis')], outcome: { kind: 'command' } };
  if (optInWords.has(said) && draft.session.optedOut) {
    const back = withSession(draft, {
      optedOut: false,
      place: draft.session.place.kind === 'under-18' ? draft.session.place : { kind: 'opening' },
      aside: null,
    });
    const reply = { ...voice.say('cmd-start-again', 'greeting'), choices: openChoices(back).slice(0, 3) };
    return { session: back.session, replies: [reply], outcome: { kind: 'command' } };
  }
  if (draft.session.optedOut) return { session: draft.session, replies: [], outcome: { kind: 'opt-out' } };
  return helpWords.has(said) ? takeCommand(draft, 'help') : null;
}
