import fc from 'fast-check';
import { type Answers, firstUnanswered, routeOf } from '../../src/dialogs/route';
import { choiceIds } from './oracle';
import { builtScript } from './script';

const { questions } = builtScript().data;
const oneself = ['who', 'safety', 'substance', 'last-use', 'other-substances', 'health', 'mood', 'home', 'meetings'];
const lovedOne = ['who', 'safety', 'open-to-help', 'substance', 'last-use', 'other-substances', 'health', 'home', 'meetings'];

const given: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    Object.entries(choiceIds).map(([id, choices]) => [
      id,
      fc.constantFrom(...choices, 'skipped').map((choice): readonly string[] => [choice]),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

test('without answers the questions are those for oneself', () => {
  expect(routeOf(questions, {})).toEqual({ questions: oneself, facts: new Set() });
});

test.each(['me', 'looking', 'skipped'])('who = %s asks about oneself', (who) => {
  expect(routeOf(questions, { who: [who] }).questions).toEqual(oneself);
});

test('a loved one is asked about with "open to help" and without mood', () => {
  expect(routeOf(questions, { who: ['someone'] }).questions).toEqual(lovedOne);
});

test('several choices of one question are all known', () => {
  const { facts } = routeOf(questions, { who: ['me'], health: ['pregnant', 'overdose'] });
  expect(facts).toEqual(new Set(['who.me', 'health.pregnant', 'health.overdose']));
});

test('answers to questions that are not asked any more are not known', () => {
  const answers = { who: ['me'], 'open-to-help': ['no'], mood: ['dark'] };
  expect(routeOf(questions, answers).facts).toEqual(new Set(['who.me', 'mood.dark']));
  expect(routeOf(questions, { ...answers, who: ['someone'] }).facts).toEqual(new Set(['who.someone', 'open-to-help.no']));
});

test('an answer to no question at all is not known', () => {
  expect(routeOf(questions, { 'favorite-color': ['blue'] }).facts).toEqual(new Set());
});

test('the first question without an answer comes next, also behind later answers', () => {
  expect(firstUnanswered(questions, {})).toBe('who');
  expect(firstUnanswered(questions, { who: ['me'], substance: ['heroin'] })).toBe('safety');
  expect(firstUnanswered(questions, { who: ['someone'], safety: ['none'], substance: ['heroin'] })).toBe('open-to-help');
});

test('a skip is an answer', () => {
  expect(firstUnanswered(questions, { who: ['me'], safety: ['skipped'] })).toBe('substance');
});

test('nothing comes next when all is answered or skipped', () => {
  expect(firstUnanswered(questions, Object.fromEntries(oneself.map((id) => [id, ['skipped']])))).toBeNull();
  expect(firstUnanswered(questions, Object.fromEntries(lovedOne.map((id) => [id, ['not-sure']])))).toBe('mood');
});

test('whatever was answered the route is one of two, and what is known was answered on it', () => {
  fc.assert(
    fc.property(given, (answers) => {
      const route = routeOf(questions, answers);
      expect(route.questions).toEqual(answers['who']?.includes('someone') ? lovedOne : oneself);
      const said = route.questions.flatMap((id) => (answers[id] ?? []).map((choice) => `${id}.${choice}`));
      expect([...route.facts]).toEqual(said);
      expect(firstUnanswered(questions, answers)).toBe(route.questions.find((id) => answers[id] === undefined) ?? null);
    }),
  );
});

test('a script that goes round in a circle or leads to a missing question ends all the same', () => {
  const { home, meetings } = questions;
  if (home === undefined || meetings === undefined) throw new Error('the script has no home or meetings');
  const round = { home, meetings: { ...meetings, next: 'home' } };
  expect(routeOf(round, {}).questions.length).toBeLessThanOrEqual(3);
  expect(routeOf({ home: { ...home, next: 'nowhere' } }, {}).questions).toEqual(['home']);
  expect(routeOf({}, {}).questions).toEqual([]);
});
