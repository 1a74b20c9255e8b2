import { firstUnanswered, routeOf } from '../dialogs/route';
import { askQuestion } from './ask-question';
import { type Draft, type Step, withSession } from './draft';
import { followUp } from './follow-up';
import { goToQuestion } from './go-to-question';
import { heldStop } from './keep-stop';
import { newSession } from './new-session';
import { openChoices } from './open-choices';
import { greetingOf } from './open-conversation';
import type { Reply } from './reply';
import type { Aside } from './session';
import { emergencyMenu, repeatStop } from './show-stop';
import { showSummary } from './show-summary';
import { showTopic } from './show-topic';
import { showTopicMenu } from './show-topic-menu';
import { stopForMinor } from './stop-for-minor';
import { takeAnswer } from './take-answer';
import { voiceFor } from './voice';

const counted: Step['outcome'] = { kind: 'command' };

/** Says one text and goes back to where the person was. */
function sayAndReturn(draft: Draft, id: string, extra: Partial<Reply> = {}): Step {
  return followUp(draft, [{ ...voiceFor(draft.content, draft.session).say(id, 'command'), ...extra }], counted);
}

/** Offers choices of its own and waits for one of them. */
function ask(draft: Draft, id: string, aside: Aside): Step {
  const asking = withSession(draft, { aside });
  const reply = { ...voiceFor(asking.content, asking.session).say(id, 'command'), choices: openChoices(asking) };
  return { session: asking.session, replies: [reply], outcome: counted };
}

function goTo(draft: Draft, question: string | null): Step {
  return question === null ? showSummary(draft, [], counted) : goToQuestion(draft, question, false);
}

function goBack(draft: Draft): Step {
  const { content, session } = draft;
  const route = routeOf(content.data.questions, session.answers).questions;
  // Past the questions, the one before is the last that was asked.
  const at =
    session.place.kind === 'question'
      ? route.indexOf(session.place.question)
      : route.findLastIndex((id) => session.answers[id] !== undefined) + 1;
  const before = route[at - 1];
  if (session.place.kind === 'opening' || before === undefined) return sayAndReturn(draft, 'cmd-back-first');
  return goTo(draft, before);
}

function skip(draft: Draft): Step {
  const { place } = draft.session;
  const question = place.kind === 'question' ? draft.content.data.questions[place.question] : undefined;
  if (place.kind !== 'question' || question === undefined) return sayAndReturn(draft, 'repair-1');
  if (question.skippable) return takeAnswer(draft, place.question, ['skipped']);
  const instead = question['skip-as'];
  return instead === undefined ? sayAndReturn(draft, 'repair-1') : takeAnswer(draft, place.question, [instead]);
}

/** The summary can be had as soon as it is offered (`askQuestion`): past the question on danger. */
function offersSummary(draft: Draft): boolean {
  const { place } = draft.session;
  if (place.kind === 'question')
    return askQuestion(draft, place.question).commands?.some(({ id }) => id === 'command:skip-to-summary') ?? false;
  return place.kind === 'summary';
}

function speakLanguage(draft: Draft, language: 'en' | 'es'): Step {
  const changed = withSession(draft, { language, languageChosen: true });
  if (changed.session.aside?.kind === 'stop') return repeatStop(changed, changed.session.aside.stop);
  // Before anything was answered the greeting itself says more than a confirmation.
  if (changed.session.place.kind === 'opening')
    return { session: { ...changed.session, aside: null }, replies: greetingOf(changed), outcome: counted };
  return sayAndReturn(changed, 'language-set');
}

/** Begins anew. Where a stop holds, the lines to call stay in sight. */
function forget(draft: Draft): Step {
  const voice = voiceFor(draft.content, draft.session);
  const done = { sms: 'cmd-delete-done-sms', msteams: 'cmd-delete-done-teams', web: 'cmd-delete-done-web' }[draft.channel];
  const session = { ...newSession(draft.content.data.hash, draft.session.language), greeted: true };
  return {
    session,
    replies: [{ ...voice.say(done, 'command'), ...(heldStop(draft) !== null && { links: voice.helpLines() }) }],
    outcome: { ...counted, forget: true },
  };
}

function restart(draft: Draft): Step {
  const { language, languageChosen } = draft.session;
  const fresh = { ...newSession(draft.content.data.hash, language), languageChosen, greeted: true };
  return goTo({ ...draft, session: fresh }, firstUnanswered(draft.content.data.questions, {}));
}

function showMore(draft: Draft): Step {
  const { aside } = draft.session;
  if (aside?.kind !== 'more') return followUp(draft, [], counted);
  const page = aside.page + 1;
  const step = aside.of === 'summary' ? showSummary(draft, [], counted) : showTopic(draft, aside.of, counted);
  const { topic: _topic, finished: _finished, ...outcome } = step.outcome;
  return { session: { ...step.session, aside: { ...aside, page } }, replies: step.replies, outcome: { ...outcome, page } };
}

/** Does what a command says. Under 18 there are no questions to start, skip or change. */
export function takeCommand(draft: Draft, id: string): Step {
  const { content, session } = draft;
  const { place } = session;
  const voice = voiceFor(content, session);
  const isMinor = place.kind === 'under-18';
  switch (id) {
    case 'start':
      return isMinor ? sayAndReturn(draft, 'under18') : goTo(draft, firstUnanswered(content.data.questions, session.answers));
    case 'ask':
      return showTopicMenu(draft, counted);
    case 'call':
      return sayAndReturn(draft, 'cmd-call', { links: [voice.callCenter(), ...voice.helpLines()] });
    case 'emergency':
      return emergencyMenu(draft, [], counted);
    case 'back':
      // Under 18 by a wrong tap: the first question again.
      return isMinor ? goTo(draft, firstUnanswered(content.data.questions, {})) : goBack(draft);
    case 'skip':
      return skip(draft);
    case 'skip-to-summary':
      return offersSummary(draft) ? showSummary(draft, [], counted) : sayAndReturn(draft, 'repair-1');
    case 'change-answer':
      return Object.keys(session.answers).length === 0
        ? sayAndReturn(draft, 'cmd-back-first')
        : ask(draft, 'change-which', { kind: 'which-answer' });
    case 'start-over':
      return ask(draft, 'cmd-restart-ask', { kind: 'confirm-restart' });
    case 'restart-yes':
      return isMinor ? stopForMinor(draft, counted) : restart(draft);
    case 'sick-yes':
      return takeAnswer(draft, 'last-use', ['sick']);
    case 'sick-no':
      return takeAnswer(draft, 'last-use', ['not-sick']);
    case 'delete':
      // While a stop holds nothing else is asked: what was typed is deleted at once.
      return heldStop(draft) === null ? ask(draft, 'cmd-delete-ask', { kind: 'confirm-delete' }) : forget(draft);
    case 'delete-yes':
      return forget(draft);
    case 'delete-no':
    case 'restart-no':
      return sayAndReturn(draft, 'kept');
    case 'help':
      return sayAndReturn(draft, draft.channel === 'sms' ? 'cmd-help-sms' : 'cmd-help');
    case 'language-en':
      return speakLanguage(draft, 'en');
    case 'language-es':
      return speakLanguage(draft, 'es');
    case 'more':
      return showMore(draft);
    case 'none-of-these':
      return session.aside?.kind === 'topics' ? sayAndReturn(draft, 'no-answer') : followUp(draft, [], counted);
    default: {
      // Going on after a stop, and whatever a newer page may send: back to where the person was.
      const free = withSession(draft, { aside: null });
      if (place.kind === 'summary') return showSummary(free, [], counted);
      if (place.kind === 'question') return followUp(free, [], counted);
      return sayAndReturn(free, 'ask-anything');
    }
  }
}
