import { holds } from '../dialogs/condition';
import { decide, factsAtEnd, type Guidance, reasonsOf } from '../dialogs/guidance';
import { routeOf } from '../dialogs/route';
import type { Slots } from '../language/fill';
import type { Sentence } from '../language/sentence';
import { type Draft, type Step, withSession } from './draft';
import type { Reply } from './reply';
import { showHandoff } from './show-handoff';
import { type Voice, voiceFor } from './voice';

/** Joins list items as people say them: commas, and the word for "and" before the last (Intl.ListFormat of the language). */
function listed(voice: Voice, items: readonly Sentence[]): string {
  // British English lists have no comma before "and", as the texts are written.
  return new Intl.ListFormat(voice.language === 'es' ? 'es' : 'en-GB', { type: 'conjunction' }).format(items);
}

function reasonSlots({ content }: Draft, voice: Voice, ids: readonly string[], facts: Guidance['facts']): Slots {
  const { reasons } = content.data;
  const items = reasonsOf(reasons, ids, facts).flatMap((id) => (reasons[id] ? [voice.text(id, reasons[id]).text] : []));
  return { reasons: listed(voice, items) };
}

function recap({ content, session }: Draft, voice: Voice): Sentence[] {
  const { questions, texts } = content.data;
  const line = texts['recap-line'];
  const lines = routeOf(questions, session.answers).questions.flatMap((id) => {
    const question = questions[id];
    const chosen = (session.answers[id] ?? []).flatMap((choice) => question?.choices[choice] ?? []);
    if (question === undefined || line === undefined || chosen.length === 0 || id === 'who' || id === 'safety') return [];
    const answer = chosen.map(({ say }) => voice.localized(say)).join('; ');
    return [voice.localized(line, { question: voice.localized(question.recap), answer })];
  });
  const isBefore = session.answers['health']?.includes('before');
  return isBefore ? [...lines, voice.say('recap-before', 'summary').text] : lines;
}

/** The summary: what was said, one outcome of the decision table, at most one note on the setting, add-ons, and the handoff. */
export function showSummary(draft: Draft, before: readonly Reply[], outcome: Step['outcome']): Step {
  const { content } = draft;
  const { data } = content;
  const ended = withSession(draft, { place: { kind: 'summary' }, aside: null, misses: 0 });
  const voice = voiceFor(content, ended.session);
  const guidance = decide(data, factsAtEnd(data.questions, ended.session.answers, ended.session.stops));
  const { facts } = guidance;
  const slotsFor = (ids: readonly string[]) => reasonSlots(draft, voice, ids, facts);
  const bullets = recap(ended, voice);
  const lead: Reply = bullets.length > 0 ? { ...voice.say('summary-lead', 'summary'), bullets } : voice.say('summary-empty', 'summary');
  const slots = slotsFor(guidance.outcome.reasons);
  const main: Reply = {
    ...voice.text(`outcome:${guidance.outcome.id}`, guidance.outcome.title),
    kind: 'summary',
    bullets: guidance.outcome.lines.filter(({ when }) => holds(when, facts)).map((line) => voice.text('', line, slots).text),
  };
  const notes = [...(guidance.settingNote ? [guidance.settingNote] : []), ...guidance.addOns].map(
    (note): Reply => ({ ...voice.text(note.id, note, slotsFor(note.reasons)), kind: 'summary' }),
  );
  return showHandoff(ended, [...before, lead, main, ...notes], { ...outcome, finished: guidance.outcome.id });
}
