import { categories, type Danger } from '../safety/danger';
import { screen } from '../safety/screen';
import { spokenOf } from '../safety/spoken-of';
import { ownAge, saysUnderAge } from '../safety/under-age';
import type { Reading } from '../understanding/reader';
import { answerInWords } from './answer-in-words';
import { type Draft, type Step, withSession } from './draft';
import { findCommand } from './find-command';
import { greetFirst } from './greet-first';
import { harmlessAnswer } from './harmless-answer';
import { heldStop, keepStop } from './keep-stop';
import type { Message } from './message';
import { muteLoop } from './mute-loop';
import { openChoices } from './open-choices';
import { readsAsOptOut } from './reads-as-opt-out';
import type { Reply } from './reply';
import { isAskedAside } from './session';
import { showStop, stopFor } from './show-stop';
import { softLine } from './soft-line';
import { stopForMinor } from './stop-for-minor';
import { takeAnswer } from './take-answer';
import { optIn, optOut, takeCarrierWord } from './take-carrier-word';
import { takeCommand } from './take-command';
import { takeExactly } from './take-exactly';
import { voiceFor } from './voice';

/** A danger that holds and a new one are two dangers: the higher one's stop is shown, with the other's number beside it. */
function withHeld(draft: Draft, danger: Danger): Danger {
  const held = draft.content.data.stops[heldStop(draft) ?? '']?.category;
  const found = categories.filter((category) => category === held || category === danger.category || danger.others.includes(category));
  const [category = danger.category, ...others] = found;
  return { ...danger, category, others };
}

/** The choice of the open question that this danger is: "i think shes overdosing" answers whether anyone is in danger. Null where there is none. */
function answeredBy({ content, session }: Draft, danger: Danger): { question: string; choice: string } | null {
  if (session.place.kind !== 'question' || isAskedAside(session) || session.optedOut) return null;
  const { question } = session.place;
  const { stops, questions } = content.data;
  const stop = danger.category === 'self-harm' ? 'suicide' : danger.category;
  const found = Object.entries(questions[question]?.choices ?? {}).find(([, choice]) => stops[choice.stop ?? '']?.category === stop);
  return found === undefined ? null : { question, choice: found[0] };
}

/** What may be another danger while a stop is shown: that one's number beside it. */
function withBeside({ content, session }: Draft, step: Step, { category }: Danger): Step {
  const stop = Object.values(content.data.stops).find((one) => one.category === category);
  if (stop === undefined || category === step.outcome.category) return step;
  const beside: Reply = { ...voiceFor(content, session).say(stop.beside, 'crisis'), tier: 'emergency' };
  return { ...step, replies: [...step.replies.slice(0, -1), beside, ...step.replies.slice(-1)] };
}

/** The topics that words come closest to are told of whatever else was made of them: staff see by it why (design/ask.md). */
function withTopics(step: Step, { content }: Draft, reading: Reading): Step {
  if (step.outcome.kind === 'crisis' || (step.outcome.topics ?? []).length > 0) return step;
  const topics = reading.topics().filter(({ id }) => content.data.topics[id] !== undefined);
  return { ...step, outcome: { ...step.outcome, topics: topics.slice(0, 3) } };
}

/** From this probability on a text message may come from a phone or another machine: an answer to it would bring the next one. */
const maybeAutomatic = 0.6;

function isAutomatic({ channel }: Draft, reading: Reading): boolean {
  const [top] = channel === 'sms' ? reading.topics() : [];
  return top?.id === 'out-of-scope.automatic' && top.score > maybeAutomatic;
}

/** Shows the stop that answers an emergency, and remembers it as the answer to the open question where it is one. */
export function takeEmergency(draft: Draft, reading: Reading, danger: Danger): Step {
  const all = withHeld(draft, danger);
  const spoken = { language: reading.language, of: spokenOf(reading.words) };
  const answer = answeredBy(draft, all);
  return answer === null
    ? showStop(draft, stopFor(draft, all), all, spoken)
    : takeAnswer(draft, answer.question, [answer.choice], spoken, all);
}

/** Remembers that a machine may have sent this, or that a person wrote again. */
function withMachine(step: Step, isMachine: boolean): Step {
  const { machine: _machine, ...session } = step.session;
  return { ...step, session: isMachine ? { ...session, machine: true } : session };
}

/** The word that ends the texts, for who may have asked for that in others. */
function stopHint(draft: Draft, reading: Reading, { outcome, session }: Step): readonly Reply[] {
  const isAsked = outcome.kind !== 'crisis' && !session.optedOut && heldStop(draft) === null && readsAsOptOut(draft, reading) !== null;
  return isAsked ? [voiceFor(draft.content, session).say('stop-hint', 'note')] : [];
}

/** Everything that comes after the screen: an age, the words of carriers, a held stop, commands, then what takes understanding. */
function takeScreened(draft: Draft, reading: Reading, danger: Danger | null): Step {
  const { content, session } = draft;
  const carrier = takeCarrierWord(draft, reading, danger !== null);
  if (carrier !== null) return carrier;
  if (session.place.kind !== 'under-18' && saysUnderAge(reading.sentences, content.signs)) return stopForMinor(draft);
  const age = session.place.kind === 'under-18' ? ownAge(reading.sentences) : null;
  if (age !== null && age >= 18) return takeCommand(withSession(draft, { place: { kind: 'opening' }, aside: null }), 'restart-yes');
  const offered = openChoices(draft).flatMap(({ id }) => (id.startsWith('command:') ? [id.slice('command:'.length)] : []));
  const command = findCommand(content.data, reading.words, session.aside?.kind === 'more' ? [...offered, 'more'] : offered);
  return keepStop(draft, command) ?? (command !== null ? takeCommand(draft, command) : answerInWords(draft, reading));
}

/**
 * Takes typed words: the words that end text messages and an exact answer to what stands open first (both are whole messages from a list), then
 * danger, before anything else is made of them. `carrier`: see `Message`.
 */
export function takeText(draft: Draft, reading: Reading, carrier?: Message['carrier']): Step {
  const { content, session } = draft;
  const isOpen = (session.greeted || session.aside !== null) && !session.optedOut;
  if (readsAsOptOut(draft, reading) === 'word') return optOut(draft);
  const exact = isOpen ? takeExactly(draft, reading) : null;
  if (exact !== null) return withMachine(greetFirst(draft, exact), false);

  const danger = screen(reading, content.signs, () => harmlessAnswer(draft, reading));
  if (danger?.tier === 'emergency') return takeEmergency(draft, reading, danger);
  if (danger === null && carrier === 'opt-out') return optOut(draft);
  if (danger === null && carrier === 'opt-in' && session.optedOut) return optIn(draft);
  const isMachine = danger === null && heldStop(draft) === null && isAutomatic(draft, reading);
  // One such message may be a person's; a second in a row is not answered, which ends it.
  if (isMachine && session.machine) return { session, replies: [], outcome: { kind: 'fallback' } };
  const step = withTopics(greetFirst(draft, takeScreened(draft, reading, danger)), draft, reading);
  if (step.outcome.tier === 'emergency') return danger === null ? muteLoop(draft, step) : withBeside(draft, step, danger);
  const soft = softLine(draft, reading, danger);
  const hint = stopHint(draft, reading, step);
  if (soft === null) return muteLoop(draft, withMachine({ ...step, replies: [...hint, ...step.replies] }, isMachine));
  return {
    ...step,
    replies: [soft, ...hint, ...step.replies],
    outcome: { ...step.outcome, tier: 'check', category: danger?.category ?? 'medical' },
  };
}
