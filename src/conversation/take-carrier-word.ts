import type { Reading } from '../understanding/reader';
import { helpWords, optInWords } from './carrier-words';
import { type Draft, type Step, withSession } from './draft';
import { followUp } from './follow-up';
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

/** Carrier words of text messages: leave, come back, help. */
export function takeCarrierWord(draft: Draft, reading: Reading): Step | null {
  const { content, session, channel } = draft;
  if (channel !== 'sms') return null;
  const wish = readsAsOptOut(draft, reading);
  if (wish === 'word' || wish === 'words') return optOut(draft);
  const said = reading.words.join(' ');
  // START is also the word of the hotline that the stop for violence names (review.md S5).
  const isHotline = session.alert > 0 && session.stops.some((id) => content.data.stops[id]?.category === 'violence');
  if (said === 'start' && isHotline)
    return { session, replies: [voiceFor(content, session).say('start-after-danger', 'crisis')], outcome: { kind: 'command' } };
  if (optInWords.has(said) && session.optedOut) return optIn(draft);
  if (session.optedOut) return { session, replies: [], outcome: { kind: 'opt-out' } };
  if (helpWords.has(said)) return takeCommand(draft, 'help');
  return wish === 'maybe' ? followUp(draft, [voiceFor(content, session).say('stop-hint', 'command')], { kind: 'fallback' }) : null;
}
