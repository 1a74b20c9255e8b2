import type { ContentData } from '../content/content';
import { matchLoosely } from '../dialogs/match-choice';
import { isPlainTime, readElapsed } from '../dialogs/read-elapsed';
import { findAnswer } from '../knowledge/find-answer';
import { ownAge, tellsOfMinor } from '../safety/under-age';
import type { Reading } from '../understanding/reader';
import { type Draft, type Step, withSession } from './draft';
import { findSmallTalk } from './find-command';
import { followUp } from './follow-up';
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

/** Messages longer than this (characters) may say more than can be read out of them. */
const longMessage = 1000;

/** Words that say how a person feels, so that a time without the drug says all. Folded. */
const feeling =
  /^(sick\w*|ill|fine|ok|okay|good|bad|better|worse|rough|hurt\w*|puk\w*|vomit\w*|throw\w*|shak\w*|sweat\w*|withdraw\w*|dopesick|feel\w*|awful|terrible|mal|bien|enferm\w*|malilla|siento|tembl\w*|sud\w*|regular)$/;

/** Up to so many days ago counts as "used today". */
const usedToday = 0.5;

/** The choice that a time alone decides: a few hours is today; four days and more is that, however the person feels. */
function choiceByTime({ words }: Reading): 'using' | 'four-plus' | null {
  const days = readElapsed(words);
  if (days === null || words.some((word) => /^(still|using|every|each|week|sigo|usando|cada)$/.test(word))) return null;
  if (days >= 4) return 'four-plus';
  return days <= usedToday && isPlainTime(words) ? 'using' : null;
}

/** "Do you feel sick now?" answered in own words; null where they do not tell. */
function sicknessOf({ words }: Reading): 'sick' | 'not-sick' | null {
  if (/^(no|nope|nah|not)$/.test(words[0] ?? '')) return 'not-sick';
  const isSick =
    /^(yes|yeah|yep|yea|ya|si|kinda|sick|dopesick|puk\w*|vomit\w*|throw\w*|shak\w*|sweat\w*|bad|terrible|awful|rough|mal|malilla|enferm\w*|tembl\w*|sud\w*)$/;
  return words.some((word) => isSick.test(word)) ? 'sick' : null;
}

/** "2 days" tells when, not how a person feels; the two choices for it differ in that alone (dialog.md section 2). */
function leavesSicknessOpen(question: string, reading: Reading): boolean {
  const days = question === 'last-use' ? readElapsed(reading.words) : null;
  return days !== null && days > usedToday && days < 4 && reading.words.length <= 8 && !reading.words.some((word) => feeling.test(word));
}

/** Asides that wait for an answer of their own: what is said then is no answer to the open question. */
const confirming: ReadonlySet<string> = new Set(['confirm-delete', 'confirm-restart', 'which-answer', 'feel-sick', 'emergency-menu']);

/** What a guess may not decide: that somebody is under 18, and that an overdose of years ago was in the past year (dialog.md section 2). */
function isMeant(question: string, choices: readonly string[], reading: Reading, { questions }: ContentData): boolean {
  if (choices.some((id) => questions[question]?.choices[id]?.end === 'under-18')) return false;
  return !(question === 'health' && choices.includes('overdose') && (readElapsed(reading.words) ?? 0) > 365);
}

/** A parent who writes about a child finds the topic on young people beside the next question (dialog.md section 2). */
function offerTeens(step: Step, voice: Voice): Step {
  const last = step.replies.at(-1);
  if (last === undefined) return step;
  return { ...step, replies: [...step.replies.slice(0, -1), { ...last, commands: [voice.topic('teens'), ...(last.commands ?? [])] }] };
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

  const sickness = session.aside?.kind === 'feel-sick' ? sicknessOf(reading) : null;
  if (sickness !== null) return takeAnswer(draft, 'last-use', [sickness], reading.language);

  const ranked = reading.topics();
  const topics = ranked.filter(({ id }) => data.topics[id] !== undefined).slice(0, 3);
  const isUnsafe = ranked[0]?.id === 'out-of-scope.unsafe-request' && ranked[0].score > 0.5;
  if (session.place.kind === 'question' && !isUnsafe && (session.aside === null || !confirming.has(session.aside.kind))) {
    const { question } = session.place;
    const script = data.questions[question];
    const told = question === 'last-use' ? choiceByTime(reading) : null;
    if (told !== null) return takeAnswer(draft, question, [told], reading.language);
    if (leavesSicknessOpen(question, reading)) return askIfSick(settled);
    const match = script ? matchLoosely(question, script, reading.words, reading.answer) : { kind: 'none' as const };
    if (match.kind === 'choices' && isMeant(question, match.choices, reading, data)) {
      const step = takeAnswer(draft, question, match.choices, reading.language);
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
    const reply = { ...voice.say('low-confidence', 'suggest'), choices: openChoices(asking) };
    return { session: asking.session, replies: [reply], outcome: { kind: 'suggest', topics } };
  }
  if (reading.text.length > longMessage) return followUp(settled, [voice.say('too-long', 'repair')], { kind: 'fallback', topics });
  const [text, kind] =
    finding.outside === 'smalltalk' && isNear ? (['are-you-there', 'smalltalk'] as const) : (outside[finding.outside ?? ''] ?? []);
  if (text === undefined || kind === undefined) return repair(draft, null, { topics });
  return followUp(settled, [voice.say(text, kind === 'refusal' ? 'note' : 'repair')], { kind, topics });
}
