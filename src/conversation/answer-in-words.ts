import type { ContentData } from '../content/content';
import { afterCorrection } from '../dialogs/after-correction';
import { type ChoiceMatch, matchExactly, matchLoosely } from '../dialogs/match-choice';
import { readElapsed } from '../dialogs/read-elapsed';
import { type LastUse, readLastUse, readSickness } from '../dialogs/read-last-use';
import { readNumbers } from '../dialogs/read-numbers';
import type { Question } from '../dialogs/schema';
import { findAnswer } from '../knowledge/find-answer';
import { ownAge, tellsOfMinor } from '../safety/under-age';
import type { Reading } from '../understanding/reader';
import { speaksOfTexts } from './carrier-words';
import { changeLast } from './change-last';
import { type Draft, type Step, withSession } from './draft';
import { findSmallTalk } from './find-command';
import { followUp } from './follow-up';
import { harmlessAnswer } from './harmless-answer';
import { localTime } from './local-time';
import { openChoices } from './open-choices';
import { repair } from './repair';
import { showTopic } from './show-topic';
import { takeAnswer } from './take-answer';
import { type Voice, voiceFor } from './voice';

/** What is said to each kind of message that no topic answers, and what it counts as. */
const outside: Readonly<Record<string, readonly [text: string, kind: Step['outcome']['kind']]>> = {
  'unsafe-request': ['cannot-help', 'refusal'],
  'medical-unrelated': ['no-medical', 'fallback'],
  'other-business': ['outside-scope', 'fallback'],
  'general-knowledge-or-task': ['outside-scope', 'fallback'],
  'prompt-injection': ['outside-scope', 'fallback'],
  'other-language': ['other-language', 'fallback'],
  smalltalk: ['ask-anything', 'smalltalk'],
};

/** An answer to a question may sound like an unsafe request ("snorting fent all day"); from this probability on it is one. */
const surelyUnsafe = 0.9;
/** Unless it is an answer from this probability on. */
const surelyAnswer = 0.95;

const privacyTopic = 'chat-privacy';
const surelyOptOut = 0.9;

/** Messages longer than this (characters) may say more than can be read out of them. */
const longMessage = 1000;

/** Asides that wait for an answer of their own: what is said then is no answer to the open question. */
const confirming: ReadonlySet<string> = new Set(['confirm-delete', 'confirm-restart', 'which-answer', 'feel-sick', 'emergency-menu']);

/** What a guess may not decide: that somebody is under 18, and that an overdose of years ago was in the past year (dialog.md section 2). */
function isMeant(question: string, choices: readonly string[], reading: Reading, { questions }: ContentData): boolean {
  if (choices.some((id) => questions[question]?.choices[id]?.end === 'under-18')) return false;
  return !(question === 'health' && choices.includes('overdose') && (readElapsed(reading.words) ?? 0) > 365);
}

/** A parent who writes about a child finds the topic on young people beside the next question (dialog.md section 2). */
function offerTeens(step: Step, voice: Voice): Step {
  const replies = changeLast(step.replies, (last) => ({ ...last, commands: [voice.topic('teens'), ...(last.commands ?? [])] }));
  return { ...step, replies };
}

function askIfSick(draft: Draft): Step {
  const voice = voiceFor(draft.content, draft.session);
  const asking = withSession(draft, { aside: { kind: 'feel-sick' } });
  return {
    session: asking.session,
    replies: [{ ...voice.say('feel-sick', 'question'), question: 'last-use', choices: openChoices(asking) }],
    outcome: { kind: 'reask' },
  };
}

/** Takes a number that begins the message ("2. since last fall"), else what was meant after a correction, else all of it. */
function matchReading(id: string, question: Question, reading: Reading, meant: readonly string[]): ChoiceMatch {
  const [first = [], ...others] = reading.sentences;
  const numbered = others.length > 0 && id !== 'last-use' && readNumbers(first) !== null ? matchExactly(question, first) : null;
  if (numbered?.kind === 'choices') return numbered;
  const corrected = meant === reading.words ? null : matchLoosely(id, question, meant, reading.answer);
  return corrected?.kind === 'choices' ? corrected : matchLoosely(id, question, reading.words, reading.answer);
}

/** The one choice that a time leaves open, or the likelier of two where the words also tell how the person feels; null where that has to be asked. */
function likelier({ choices, tellsFeeling }: LastUse, reading: Reading): string | null {
  if (choices.length === 1) return choices[0];
  if (!tellsFeeling) return null;
  return reading.answer('last-use', reading.words).find(({ id }) => (choices as readonly string[]).includes(id))?.id ?? null;
}

/** Understands free words: small talk, an answer to the open question, a question to the knowledge, or nothing (repair). */
export function answerInWords(draft: Draft, reading: Reading): Step {
  const { content, session } = draft;
  const { data } = content;
  const voice = voiceFor(content, session);
  const settled = withSession(draft, { misses: 0 });
  const small = findSmallTalk(data, reading.words);
  // Not long after words of danger a "bye" is not small talk.
  const isNear = session.alert > 0;
  if (small !== null) return followUp(settled, [voice.say(isNear ? 'are-you-there' : small, 'note')], { kind: 'smalltalk' });

  const sickness = session.aside?.kind === 'feel-sick' ? readSickness(reading.words) : null;
  if (sickness !== null) return takeAnswer(draft, 'last-use', [sickness], { language: reading.language, of: null });

  const ranked = reading.topics();
  const topics = ranked.filter(({ id }) => data.topics[id] !== undefined).slice(0, 3);
  const soundsUnsafe = ranked[0]?.id === 'out-of-scope.unsafe-request' && ranked[0].score > surelyUnsafe;
  const isUnsafe = soundsUnsafe && harmlessAnswer(draft, reading) < surelyAnswer;
  if (session.place.kind === 'question' && !isUnsafe && (session.aside === null || !confirming.has(session.aside.kind))) {
    const { question } = session.place;
    const script = data.questions[question];
    const meant = afterCorrection(reading.words);
    const lastUse = question === 'last-use' ? readLastUse(meant, localTime(draft.now, content.center.timeZone).weekday) : null;
    if (lastUse !== null) {
      const choice = likelier(lastUse, reading);
      return choice === null ? askIfSick(settled) : takeAnswer(draft, question, [choice], { language: reading.language, of: null });
    }
    const match = script === undefined ? { kind: 'none' as const } : matchReading(question, script, reading, meant);
    if (match.kind === 'choices' && isMeant(question, match.choices, reading, data)) {
      const step = takeAnswer(draft, question, match.choices, { language: reading.language, of: null });
      return question === 'who' && match.choices[0] === 'someone' && tellsOfMinor(reading.sentences) ? offerTeens(step, voice) : step;
    }
    const age = question === 'who' ? ownAge(reading.sentences) : null;
    if (age !== null && age >= 18) return takeAnswer(draft, question, ['me']);
    if (match.kind === 'denied') return repair(draft, null, { topics });
    if (match.kind === 'bad-number') return repair(draft, 'repair-number');
    if (match.kind === 'contradiction') return repair(draft, 'repair-exclusive', { topics });
  }

  const finding = findAnswer(ranked, (topic) => data.topics[topic]?.area);
  if (finding.kind === 'answer') return showTopic(settled, finding.topic, { kind: 'answer', topics });
  if (finding.kind === 'suggest') {
    const asking = withSession(settled, { aside: { kind: 'topics', topics: finding.topics } });
    const reply = { ...voice.say('low-confidence', 'suggest'), links: [voice.callCenter()], choices: openChoices(asking) };
    return { session: asking.session, replies: [reply], outcome: { kind: 'suggest', topics } };
  }
  // Where no texts are sent, what there is to say of it is how the chat is kept and deleted.
  const wantsOut = finding.outside === 'opt-out' && (ranked[0]?.score ?? 0) > surelyOptOut && speaksOfTexts(reading.words);
  if (wantsOut && content.data.topics[privacyTopic] !== undefined) return showTopic(settled, privacyTopic, { kind: 'answer', topics });
  if (reading.text.length > longMessage) return followUp(settled, [voice.say('too-long', 'repair')], { kind: 'fallback', topics });
  const [text, kind] =
    finding.outside === 'smalltalk' && isNear ? (['are-you-there', 'smalltalk'] as const) : (outside[finding.outside ?? ''] ?? []);
  if (text === undefined || kind === undefined) return repair(draft, null, { topics });
  return followUp(settled, [voice.say(text, kind === 'refusal' ? 'note' : 'repair')], { kind, topics });
}
