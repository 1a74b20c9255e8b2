import type { Clause, Condition } from './schema';

/** What is known in a conversation, as conditions name it: `question.choice`, `question.skipped`, `outcome.<id>`, `after.<stop>`. */
export type Facts = ReadonlySet<string>;

// Looked up once: conditions are tried millions of times when the script is proved.
const { isArray } = Array;

function clauseHolds(clause: Clause, facts: Facts): boolean {
  if (clause.all?.some((fact) => !facts.has(fact))) return false;
  if (clause.any && !clause.any.some((fact) => facts.has(fact))) return false;
  return !clause.none?.some((fact) => facts.has(fact));
}

/** Whether a condition holds; no condition always does. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (condition === undefined) return true;
  return isArray(condition) ? condition.some((clause) => clauseHolds(clause, facts)) : clauseHolds(condition, facts);
}
