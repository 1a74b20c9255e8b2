import { topicsOf } from '../entries';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** An answer or a phone number whose day has passed. A warning: the guide itself withdraws the answer until somebody has read it again. */
export const expiredReview: Rule = (files, now) => {
  const lines = Object.entries(files.crisisLines.value).map(([id, value]) => ({ id, value, file: files.crisisLines, path: [id] }));
  return [...topicsOf(files), ...lines]
    .filter(({ value }) => now >= Date.parse(value.expires))
    .map((entry) =>
      problemAt(
        'expired-review',
        entry,
        ['expires'],
        `"${entry.id}" had to be read again by ${entry.value.expires}`,
        'Compare it with its sources, then set a later day.',
        'warning',
      ),
    );
};
