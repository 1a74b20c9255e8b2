/** One thing that is wrong in a content file, said so that the person who edits it can mend it. */
export interface Problem {
  /** Stable name of the rule, e.g. `label-too-long`. */
  readonly rule: string;
  /** `error` stops the build; `warning` is shown. */
  readonly severity: 'error' | 'warning';
  /** File below the project's folder, with line and column from 1. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly mend: string;
}

/** A problem as one line: `file:line:col rule: found - mend`. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.severity} ${problem.rule}: ${problem.found}. ${problem.mend}`;
}
