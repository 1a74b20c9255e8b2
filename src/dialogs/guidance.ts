import { type Facts, holds } from './condition';
import { type Answers, type Questions, routeOf } from './route';
import type { AddOn, Condition, Outcome, SettingNote } from './schema';

/** The decision table as content holds it. */
export interface GuidanceTable {
  readonly questions: Questions;
  readonly outcomes: readonly Outcome[];
  readonly settingNotes: readonly SettingNote[];
  readonly addOns: { readonly limit: number; readonly list: readonly AddOn[] };
}

/** What a person's answers lead to: things to talk about, never a diagnosis. */
export interface Guidance {
  readonly outcome: Outcome;
  readonly settingNote: SettingNote | null;
  readonly addOns: readonly AddOn[];
  /** Everything the texts' conditions may ask for. */
  readonly facts: Facts;
}

/** What is known at the end: the answers of the route, a skip for every question without one, and the danger stops that were shown. */
export function factsAtEnd(questions: Questions, answers: Answers, stops: readonly string[]): Set<string> {
  const route = routeOf(questions, answers);
  const facts = new Set(route.facts);
  for (const id of route.questions) if (answers[id] === undefined) facts.add(`${id}.skipped`);
  for (const stop of stops) facts.add(`after.${stop}`);
  return facts;
}

/** Runs the decision table (first match wins) over what is known. The last outcome has no condition, so there always is one. */
export function decide(table: Omit<GuidanceTable, 'questions'>, known: Facts): Guidance {
  const outcome = table.outcomes.find((one) => holds(one.when, known));
  if (outcome === undefined) throw new Error('the decision table has no outcome without a condition');
  const facts = new Set(known).add(`outcome.${outcome.id}`);
  const settingNote = table.settingNotes.find((one) => holds(one.when, facts)) ?? null;
  const addOns: AddOn[] = [];
  let counted = 0;
  for (const addOn of table.addOns.list) {
    if (!holds(addOn.when, facts)) continue;
    const kept = addOn.keep !== undefined && holds(addOn.keep, facts);
    if (!kept && counted === table.addOns.limit) continue;
    if (!kept) counted += 1;
    addOns.push(addOn);
  }
  return { outcome, settingNote, addOns, facts };
}

/** The ids out of `ids` whose reason holds, in their order: what fills `{reasons}`. */
export function reasonsOf(reasons: Readonly<Record<string, { readonly when: Condition }>>, ids: readonly string[], facts: Facts): string[] {
  return ids.filter((id) => reasons[id] !== undefined && holds(reasons[id].when, facts));
}
