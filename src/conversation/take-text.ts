import { matchExactly } from '../dialogs/match-choice';
import { readNumbers } from '../dialogs/read-numbers';
import { screen, soundsPrecipitated } from '../safety/screen';
import { saysUnderAge } from '../safety/under-age';
import type { Reading } from '../understanding/reader';
import { answerInWords } from './answer-in-words';
import { helpWords, optInWords, optOutWords } from './carrier-words';
import { type Draft, type Step, withSession } from './draft';
import { findCommand } from './find-command';
import { keepStop } from './keep-stop';
import { openChoices } from './open-choices';
import { greetingOf } from './open-conversation';
import { repair } from './repair';
import type { Reply } from './reply';
import { showStop, stopFor } from './show-stop';
import { stopForMinor } from './stop-for-minor';
import { takeAnswer } from './take-answer';
import { takeButtons } from './take-buttons';
import { takeCommand } from './take-command';
import { voiceFor } from './voice';

/** The number that the text message `language-offer` names. */
const otherLanguage = '9';

/** What exactly answers what stands open - a number, a label, a variant - is that answer, before any guess is made about it. */
function takeExactly(draft: Draft, reading: Reading): Step | null {
  const { content, session } = draft;
  const open = openChoices(draft);
  const isOffered = session.aside !== null && session.aside.kind !== 'more';
  if (session.place.kind === 'question' && !isOffered) {
    const { question } = session.place;
    if (/^(0|zero|cero)$/.test(reading.words.join(' '))) return takeCommand(draft, 'skip');
    const script = content.data.questions[question];
    const match = script ? matchExactly(script, reading.words) : { kind: 'none' as const };
    if (match.kind === 'choices') return takeAnswer(draft, question, match.choices);
    if (match.kind === 'contradiction') return repair(draft, 'repair-exclusive');
    return null;
  }
  if (draft.channel === 'sms' && session.place.kind === 'opening' && reading.words.join(' ') === otherLanguage)
    return takeCommand(draft, session.language === 'en' ? 'language-es' : 'language-en');
  const numbers = readNumbers(reading.words);
  const chosen = numbers?.length === 1 ? open[(numbers[0] as number) - 1] : undefined;
  if (chosen !== undefined) return takeButtons(draft, [chosen.id]);
  const said = reading.words.join(' ');
  const labelled = open.find(({ label, say }) =>
    [label, say].some((words) => words !== undefined && content.reader.read(words).words.join(' ') === said),
  );
  return labelled === undefined ? null : takeButtons(draft, [labelled.id]);
}

/** Carrier words of text messages: leave, come back, help. */
function takeCarrierWord(draft: Draft, reading: Reading): Step | null {
  if (draft.channel !== 'sms') return null;
  const said = reading.words.join(' ');
  const voice = voiceFor(draft.content, draft.session);
  if (optOutWords.has(said)) {
    const replies = draft.session.optedOut ? [] : [voice.say('cmd-stop-confirm', 'command')];
    return { session: { ...draft.session, optedOut: true, aside: null }, replies, outcome: { kind: 'opt-out' } };
  }
  // START is also the word of the hotline that the stop for violence names (review.md S5).
  const isHotline = draft.session.alert > 0 && draft.session.stops.some((id) => draft.content.data.stops[id]?.category === 'violence');
  if (said === 'start' && isHotline)
    return { session: draft.session, replies: [voice.say('start-after-danger', 'crisis')], outcome: { kind: 'command' } };
  if (optInWords.has(said) && draft.session.optedOut) {
    const back = withSession(draft, { optedOut: false, place: { kind: 'opening' }, aside: null });
    const reply = { ...voice.say('cmd-start-again', 'greeting'), choices: openChoices(back).slice(0, 3) };
    return { session: back.session, replies: [reply], outcome: { kind: 'command' } };
  }
  if (draft.session.optedOut) return { session: draft.session, replies: [], outcome: { kind: 'opt-out' } };
  return helpWords.has(said) ? takeCommand(draft, 'help') : null;
}

/** Where nothing was greeted yet (a text message opens its conversation itself), the greeting goes first. */
function greetFirst(draft: Draft, step: Step): Step {
  if (draft.session.greeted || step.outcome.kind === 'crisis' || step.outcome.kind === 'opt-out') return step;
  const greeting = greetingOf(draft).map(({ choices: _choices, commands: _commands, ...reply }): Reply => reply);
  const session = { ...step.session, greeted: true };
  // "Hi" is answered by the greeting itself.
  if (step.outcome.kind === 'smalltalk') return { ...step, session, replies: greetingOf(draft) };
  return { ...step, session, replies: [...greeting, ...step.replies] };
}

/**
 * Takes typed words, in the order that safety asks for: an exact answer to what stands open; danger; an age under 18; the words of carriers;
 * a held stop; commands; then everything that takes understanding.
 */
export function takeText(draft: Draft, reading: Reading): Step {
  const { content, session } = draft;
  const exact = session.optedOut ? null : takeExactly(draft, reading);
  if (exact !== null && session.greeted) return exact;

  const danger = screen(reading, content.signs);
  if (danger?.tier === 'emergency') return showStop(draft, stopFor(draft, danger), danger, reading.language);
  if (session.place.kind !== 'under-18' && saysUnderAge(reading.sentences, content.signs)) return stopForMinor(draft);
  const carrier = takeCarrierWord(draft, reading);
  if (carrier !== null) return greetFirst(draft, carrier);
  const offered = openChoices(draft).flatMap(({ id }) => (id.startsWith('command:') ? [id.slice('command:'.length)] : []));
  const command = findCommand(content.data, reading.words, session.aside?.kind === 'more' ? [...offered, 'more'] : offered);
  const held = keepStop(draft, command);
  if (held !== null) return held;
  const step = greetFirst(draft, command !== null ? takeCommand(draft, command) : answerInWords(draft, reading));
  const softly = soundsPrecipitated(reading, content.signs)
    ? 'soft-precipitated'
    : danger === null
      ? null
      : danger.guarded
        ? 'soft-past'
        : 'soft-check';
  if (softly === null) return step;
  const voice = voiceFor(content, step.session);
  const soft: Reply = { ...voice.say(softly, 'crisis'), tier: 'check', links: ['emergency', 'lifeline'].flatMap(voice.lines) };
  return {
    ...step,
    replies: [soft, ...step.replies],
    outcome: { ...step.outcome, tier: 'check', category: danger?.category ?? 'medical' },
  };
}
