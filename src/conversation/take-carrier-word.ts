import type { Reading } from '../understanding/reader';
import { helpWords, optInWords } from './carrier-words';
import { type Draft, type Step, withSession } from './draft';
import { findCommand } from './find-command';
import { heldStop } from './keep-stop';
import { openChoices } from './open-choices';
import { readsAsOptOut } from './reads-as-opt-out';
import { takeCommand } from './take-command';
import { voiceFor } from './voice';

/** Ends the text messages: one confirmation, which names 911 and 988, and then silence. */
export function optOut({ content, session }: Draft): Step {
  const replies = session.optedOut ? [] : [voiceFor(content, session).say('cmd-stop-confirm', 'command')];
  return { session: { ...session, optedOut: true, aside: null }, replies, outcome: { kind: 'opt-out' } };
}

/** Lets text messages begin again, at the opening. */
export function optIn(draft: Draft): Step {
  const back = withSession(draft, {
    optedOut: false,
    greeted: true,
    place: draft.session.place.kind === 'under-18' ? draft.session.place : { kind: 'opening' },
    aside: null,
  });
  const reply = { ...voiceFor(back.content, back.session).say('cmd-start-again', 'greeting'), choices: openChoices(back).slice(0, 3) };
  return { session: back.session, replies: [reply], outcome: { kind: 'command' } };
}

/** Deletes what is kept of somebody who gets no more texts, without a word. */
function forgetSilently(draft: Draft): Step {
  const step = takeCommand(draft, 'delete-yes');
  return { ...step, session: { ...step.session, optedOut: true }, replies: [] };
}

/** Carrier words of text messages: leave, come back, help. `isDanger`: there may be danger in the message, so that only the word alone ends the texts. */
export function takeCarrierWord(draft: Draft, reading: Reading, isDanger: boolean): Step | null {
  const { content, session, channel } = draft;
  if (channel !== 'sms') return null;
  const wish = readsAsOptOut(draft, reading);
  // A stop that holds is not ended by what only sounds so.
  if (wish === 'word' || (wish === 'words' && !isDanger && heldStop(draft) === null)) return optOut(draft);
  const said = reading.words.join(' ');
  if (session.optedOut) {
    if (optInWords.has(said)) return optIn(draft);
    const isDelete = findCommand(content.data, reading.words, []) === 'delete';
    return isDelete ? forgetSilently(draft) : { session, replies: [], outcome: { kind: 'opt-out' } };
  }
  // START is also the word of the hotline that the stop for violence names (review.md S5).
  const isHotline = session.alert > 0 && session.stops.some((id) => content.data.stops[id]?.category === 'violence');
  if (said === 'start' && isHotline)
    return { session, replies: [voiceFor(content, session).say('start-after-danger', 'crisis')], outcome: { kind: 'command' } };
  return helpWords.has(said) ? takeCommand(draft, 'help') : null;
}
