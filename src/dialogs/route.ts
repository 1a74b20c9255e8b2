import { type Facts, holds } from './condition';
import type { Question } from './schema';

/** The questions by id, in the order of the files; the first one opens the script. */
export type Questions = Readonly<Record<string, Question>>;

/** Question id -> choice ids; `['skipped']` is a skip. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** The questions that are asked given these answers, in order, and what is known from them. */
export interface Route {
  readonly questions: readonly string[];
  /** Answers to the questions of the route; a question without an answer counts as skipped once it stands behind an answer or the summary. */
  readonly facts: Facts;
}

/**
 * Walks the script from its first question along `next`, passing over every question whose `when` does not hold.
 * Answers to questions that are not asked (any more) are not facts.
 */
export function routeOf(questions: Questions, answers: Answers): Route {
  const order: string[] = [];
  const facts = new Set<string>();
  let id: string | null = Object.keys(questions)[0] ?? null;
  while (id !== null && order.length <= Object.keys(questions).length) {
    const question: Question | undefined = questions[id];
    if (question === undefined) break;
    if (holds(question.when, facts)) {
      order.push(id);
      for (const choice of answers[id] ?? []) facts.add(`${id}.${choice}`);
    }
    id = typeof question.next === 'string' ? question.next : null;
  }
  return { questions: order, facts };
}

/** The first question of the route without an answer, or null when all are answered or skipped. */
export function firstUnanswered(questions: Questions, answers: Answers): string | null {
  return routeOf(questions, answers).questions.find((id) => answers[id] === undefined) ?? null;
}
