import type { Facts } from '../../src/dialogs/condition';
import { decide, factsAtEnd, type Guidance } from '../../src/dialogs/guidance';
import type { Answers } from '../../src/dialogs/route';
import type { Condition, Outcome } from '../../src/dialogs/schema';
import { addOnIds, choiceIds, expectedAddOns, expectedOutcome, expectedSetting, hasStopped, type Person } from './oracle';
import { builtScript, subsets } from './script';

const { data } = builtScript();
const { questions, outcomes, settingNotes, addOns } = data;

type Dimension = keyof typeof choiceIds;
/** An answer with the facts that it makes. */
interface Answer {
  readonly ids: ReadonlySet<string>;
  readonly first: string;
  readonly facts: readonly string[];
}

/** Everything that can be answered to a question: each choice, or every set without the exclusive ones, and a skip. */
function answersTo(id: Dimension): Answer[] {
  const choices: readonly string[] = choiceIds[id];
  const { several, choices: script } = questions[id] as (typeof questions)[string];
  const alone = several ? choices.filter((one) => one === 'none' || one === 'not-sure') : choices;
  const free = several ? subsets(choices.filter((one) => !alone.includes(one))).filter((set) => set.length > 0) : [];
  if (several) expect(Object.keys(script).filter((one) => script[one]?.exclusive)).toEqual(alone);
  return [...free, ...alone.map((one) => [one]), ['skipped']].map((ids) => ({
    ids: new Set(ids),
    first: ids[0] as string,
    // Keys of an object are one string each for the engine, which looks them up in a set four times faster than a string put together here.
    facts: Object.keys(Object.fromEntries(ids.map((one) => [`${id}.${one}`, true]))),
  }));
}

const unasked: Answer = { ids: new Set(), first: '', facts: [] };
const dimensions = ['open-to-help', 'substance', 'last-use', 'other-substances', 'health', 'mood', 'home', 'meetings'] as const;
type Asked = (typeof dimensions)[number];
type Choices = Readonly<Record<Asked, readonly Answer[]>>;
type Chosen = Readonly<Record<Asked, Answer>>;

/** Calls `visit` with every combination of answers of one path; what is known is one set that is changed from one combination to the next. */
function combine(
  { them = false, afterSuicide = false, only = {} }: { them?: boolean; afterSuicide?: boolean; only?: Partial<Choices> },
  visit: (known: Facts, person: Person, chosen: Chosen) => void,
) {
  const known = new Set([them ? 'who.someone' : 'who.me', 'safety.none', ...(afterSuicide ? ['after.stop-suicide'] : [])]);
  const chosen = Object.fromEntries(dimensions.map((id) => [id, unasked])) as Record<Asked, Answer>;
  const person: Person = {
    ...{ open: '', substance: '', lastUse: '', others: '', health: unasked.ids, mood: '', home: unasked.ids, meetings: '' },
    ...{ them, afterSuicide },
  };
  const give: Record<Asked, (answer: Answer) => void> = {
    'open-to-help': ({ first }) => {
      person.open = first;
    },
    substance: ({ first }) => {
      person.substance = first;
    },
    'last-use': ({ first }) => {
      person.lastUse = first;
    },
    'other-substances': ({ first }) => {
      person.others = first;
    },
    health: ({ ids }) => {
      person.health = ids;
    },
    mood: ({ first }) => {
      person.mood = first;
    },
    home: ({ ids }) => {
      person.home = ids;
    },
    meetings: ({ first }) => {
      person.meetings = first;
    },
  };
  const all = Object.fromEntries(dimensions.map((id) => [id, only[id] ?? answersTo(id)])) as Record<Asked, readonly Answer[]>;
  all[them ? 'mood' : 'open-to-help'] = [unasked];
  const descend = (depth: number): void => {
    const id = dimensions[depth];
    if (id === undefined) {
      visit(known, person, chosen);
      return;
    }
    for (const answer of all[id]) {
      for (const fact of answer.facts) known.add(fact);
      give[id](answer);
      chosen[id] = answer;
      descend(depth + 1);
      for (const fact of answer.facts) known.delete(fact);
    }
  };
  descend(0);
}

const some = (id: Asked, firsts: readonly string[]) => answersTo(id).filter(({ ids, first }) => ids.size === 1 && firsts.includes(first));
const noMeetings = { meetings: some('meetings', ['no']) };
/** One answer for each thing that add-ons know of the place where a person lives. */
const fewHomes = { home: some('home', ['safe', 'alone', 'skipped']) };
const addOnBit = new Map<string, number>(addOnIds.map((id, at) => [id, 1 << at]));

/** The outcomes one of whose lines, shown to everyone with that outcome, says this in every wording and language. */
function outcomesSaying(en: RegExp, es: RegExp): ReadonlySet<Outcome> {
  return new Set(
    outcomes.filter(({ lines }) =>
      lines.some(
        (line) =>
          line.when === undefined &&
          en.test(line.en) &&
          es.test(line.es) &&
          (line.them === undefined || (en.test(line.them.en) && es.test(line.them.es))),
      ),
    ),
  );
}
const saysTolerance = outcomesSaying(/the old amount could kill/i, /la cantidad de antes/i);
const saysMix = outcomesSaying(/stop alcohol or benzos all at once/, /alcohol (o|ni|y) (los |las )?benzo.* de golpe/i);

const has = ({ addOns: list }: Guidance, id: string) => list.some((one) => one.id === id);
const isUnsure = (answer: string) => answer === 'skipped' || answer === 'not-sure';
const isMix = (answer: string) => answer === 'alcohol' || answer === 'benzos' || answer === 'both';
const noDetox = new Set(['detox-now', 'detox-plan', 'next-step']);
const forMix = new Set(['medical-first', 'pregnancy-care', 'family-support']);
const forPregnant = new Set(['pregnancy-care', 'family-support']);

/** The lines of dialog.md section 4 under "Must hold for all answers", as what breaks them. */
const breaks: Readonly<Record<string, (person: Person, guidance: Guidance) => boolean>> = {
  'methadone or buprenorphine never leads to a detox plan': ({ substance }, { outcome }) => substance === 'moud' && noDetox.has(outcome.id),
  'alcohol or benzos lead to medical-first, pregnancy-care or family-support alone': ({ others }, { outcome }) =>
    isMix(others) && !forMix.has(outcome.id),
  'pregnant leads to pregnancy-care or family-support alone': ({ health }, { outcome }) =>
    health.has('pregnant') && !forPregnant.has(outcome.id),
  'part-time never comes with a skip or not-sure in other-substances, health or mood': ({ others, health, mood }, { settingNote }) =>
    settingNote?.id === 'setting-part-time' && (isUnsure(others) || health.has('skipped') || health.has('not-sure') || isUnsure(mood)),
  'part-time never comes with overdose, alone, hard or no-place': ({ health, home }, { settingNote }) =>
    settingNote?.id === 'setting-part-time' && (health.has('overdose') || home.has('alone') || home.has('hard') || home.has('no-place')),
  'part-time never comes with a drug still in use': ({ substance, lastUse }, { settingNote }) =>
    settingNote?.id === 'setting-part-time' && lastUse === 'using' && substance !== 'moud',
  'part-time never comes for a loved one': ({ them }, { settingNote }) => settingNote?.id === 'setting-part-time' && them,
  'everyone who stopped is told of the lost tolerance': (person, guidance) =>
    hasStopped(person) && !has(guidance, 'addon-tolerance') && !saysTolerance.has(guidance.outcome),
  'every skip or not-sure of other-substances brings the mix caution': ({ others }, guidance) =>
    isUnsure(others) && !has(guidance, 'addon-unsure-mix') && !saysMix.has(guidance.outcome),
  'family-support has no setting note': (_, { outcome, settingNote }) => outcome.id === 'family-support' && settingNote !== null,
  'after a suicide stop an add-on repeats 988': ({ afterSuicide }, guidance) =>
    afterSuicide && !['addon-mood', 'addon-mood-unsure', 'addon-mood-them'].some((id) => has(guidance, id)),
  'at most 4 add-ons are shown, beside the words on mood after a suicide stop': ({ afterSuicide }, { addOns: list }) =>
    list.filter(({ id }) => !(afterSuicide && id.startsWith('addon-mood'))).length > 4,
};
const rules = Object.entries(breaks);

/** What one enumeration came to. */
class Proof {
  combinations = 0;
  readonly outcomes = new Map<string, number>();
  readonly settings = new Map<string, number>();
  /** By rule, the first combinations that break it. */
  readonly broken: Record<string, string[]> = {};

  check(known: Facts, person: Person): void {
    const guidance = decide(data, known);
    const outcome = expectedOutcome(person);
    this.combinations += 1;
    this.outcomes.set(guidance.outcome.id, (this.outcomes.get(guidance.outcome.id) ?? 0) + 1);
    const setting = guidance.settingNote?.id ?? 'none';
    this.settings.set(setting, (this.settings.get(setting) ?? 0) + 1);
    if (guidance.outcome.id !== outcome) this.note(`outcome is ${guidance.outcome.id}, not ${outcome}`, known);
    if ((guidance.settingNote?.id ?? null) !== expectedSetting(person, outcome)) this.note(`setting note is not as in dialog.md`, known);
    let bits = 0;
    let isOrdered = true;
    for (const { id } of guidance.addOns) {
      const bit = addOnBit.get(id) ?? 0;
      if (bit <= bits) isOrdered = false;
      bits |= bit;
    }
    if (!isOrdered || bits !== expectedAddOns(person, outcome)) this.note('add-ons are not as in dialog.md', known);
    for (const [rule, isBroken] of rules) if (isBroken(person, guidance)) this.note(rule, known);
  }

  private note(rule: string, known: Facts): void {
    const list = this.broken[rule] ?? [];
    this.broken[rule] = list;
    if (list.length < 3) list.push([...known].join(' '));
  }
}

/** All facts that conditions name. */
function named(conditions: readonly (Condition | undefined)[]): string[] {
  const clauses = conditions.flatMap((condition) => (condition === undefined ? [] : [condition].flat()));
  return [...new Set(clauses.flatMap(({ all = [], any = [], none = [] }) => [...all, ...any, ...none]))];
}
const ofOutcome = outcomes.map(({ when }) => when);
const ofSetting = settingNotes.map(({ when }) => when);

describe('the decision table', () => {
  test('asks with the questions and choices of dialog.md', () => {
    expect(Object.fromEntries(Object.entries(questions).map(([id, { choices }]) => [id, Object.keys(choices)]))).toEqual(choiceIds);
    expect(addOns.list.map(({ id }) => id)).toEqual(addOnIds);
  });

  test('ends with an outcome that fits everyone, so that the first match is one and only one', () => {
    expect(outcomes.map(({ when }) => when === undefined)).toEqual([...outcomes.slice(1).map(() => false), true]);
  });

  test('names no fact that is not enumerated here', () => {
    const enumerated = new Set(dimensions.flatMap((id) => [...choiceIds[id], 'skipped'].map((one) => `${id}.${one}`)));
    const all = named([...ofOutcome, ...ofSetting, ...addOns.list.flatMap(({ when, keep }) => [when, keep])]);
    const others = all.filter((fact) => !enumerated.has(fact) && !fact.startsWith('outcome.'));
    expect(others.sort()).toEqual(['after.stop-suicide', 'who.someone']);
  });

  test('lets the answer on meetings, and a suicide stop, change add-ons alone', () => {
    expect(named([...ofOutcome, ...ofSetting]).filter((fact) => /^(meetings|after)\./.test(fact))).toEqual([]);
    const ofAddOns = addOns.list.filter(({ when, keep }) => named([when, keep]).some((fact) => fact.startsWith('meetings.')));
    expect(ofAddOns).toEqual([addOns.list.at(-1)]);
    const onHome = named(addOns.list.flatMap(({ when, keep }) => [when, keep])).filter((fact) => fact.startsWith('home.'));
    expect(onHome).toEqual(['home.alone']);
  });

  test('has words for what the answers leave open', () => {
    expect([...saysTolerance].map(({ id }) => id)).toEqual(['detox-now', 'next-step', 'detox-plan']);
    expect([...saysMix].map(({ id }) => id)).toEqual(['talk-it-through', 'talk-it-through']);
    for (const { id, en, es, them } of addOns.list.filter((one) => one.id.startsWith('addon-mood')))
      for (const words of [en, es, ...(them ? [them.en, them.es] : [])]) expect(`${id}: ${words}`).toMatch(/988/);
  });
});

describe('all answers together', () => {
  test('give one outcome, at most one setting note and the add-ons of dialog.md, and every line that must hold does', () => {
    const started = performance.now();
    const proof = new Proof();
    for (const them of [false, true]) combine({ them, only: noMeetings }, (known, person) => proof.check(known, person));
    // Main drug 7, last use 6, other substances 7, health 66, home 33; mood 6 for oneself, open to help 5 for a loved one.
    expect(proof.combinations).toBe(7 * 6 * 7 * 66 * 33 * (6 + 5));
    const listed = (counts: ReadonlyMap<string, number>) => [...counts].map(([id, count]) => `${id} ${count}`).join(', ');
    process.stdout.write(
      `guidance proof: ${proof.combinations} combinations, outcomes: ${listed(proof.outcomes)}; settings: ${listed(proof.settings)}; ` +
        `${Object.values(proof.broken).flat().length} violations, ${Math.round(performance.now() - started)} ms\n`,
    );
    expect(proof.broken).toEqual({});
    expect([...proof.outcomes.keys()].sort()).toEqual([...new Set(outcomes.map(({ id }) => id))].sort());
    expect([...proof.settings.keys()].sort()).toEqual(['none', ...settingNotes.map(({ id }) => id)].sort());
  }, 300_000);

  test('give the same after a suicide stop, with 988 repeated beside the other add-ons', () => {
    const proof = new Proof();
    for (const them of [false, true])
      combine({ them, afterSuicide: true, only: { ...noMeetings, ...fewHomes } }, (known, person) => proof.check(known, person));
    process.stdout.write(`guidance proof: ${proof.combinations} combinations after a suicide stop\n`);
    expect(proof.broken).toEqual({});
  }, 300_000);

  test('are known at the end as they were enumerated', () => {
    let count = 0;
    for (const them of [false, true])
      combine({ them, afterSuicide: true, only: { substance: some('substance', ['heroin', 'moud', 'skipped']) } }, (known, _, chosen) => {
        count += 1;
        if (count % 9973 !== 0) return;
        // A skip is remembered, or the question was never come to: both are known as a skip.
        const given = Object.entries(chosen).filter(
          ([, { first }]) => first !== '' && !(first === 'skipped' && Math.floor(count / 9973) % 2 === 0),
        );
        const answers: Answers = {
          who: [them ? 'someone' : 'me'],
          safety: ['none'],
          ...Object.fromEntries(given.map(([id, { ids }]) => [id, [...ids]])),
        };
        expect([...factsAtEnd(questions, answers, ['stop-suicide'])].sort()).toEqual([...known].sort());
      });
  }, 300_000);

  test('keep outcome, setting note and all other add-ons whatever is answered on meetings', () => {
    let count = 0;
    const compared = { meetings: 0, full: 0 };
    for (const them of [false, true])
      combine({ them, only: noMeetings }, (known) => {
        count += 1;
        if (count % 4999 !== 0) return;
        const without = decide(data, known);
        for (const { first, facts } of answersTo('meetings')) {
          const guidance = decide(data, new Set([...[...known].filter((fact) => !fact.startsWith('meetings.')), ...facts]));
          const adds = (first === 'yes' || first === 'maybe') && without.addOns.length < 4;
          compared[adds ? 'meetings' : 'full'] += 1;
          expect([guidance.outcome, guidance.settingNote]).toEqual([without.outcome, without.settingNote]);
          expect(guidance.addOns.map(({ id }) => id)).toEqual([...without.addOns.map(({ id }) => id), ...(adds ? ['addon-meetings'] : [])]);
        }
      });
    expect(Object.values(compared).every((times) => times > 500)).toBe(true);
  }, 300_000);
});
