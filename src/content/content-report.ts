import type { Topic } from '../knowledge/schema';
import type { ContentFiles } from './content-files';
import { type Entry, topicsOf } from './entries';
import { formatInTable } from './format-in-table';
import { wordsIn } from './plain-words';
import { easeOf, gradeOf } from './readability';

/** What staff look at before and between reviews. */
export interface ContentReport {
  readonly text: string;
  /** Answers and numbers whose day has passed: errors here, since a person has to act on them. */
  readonly expired: readonly string[];
}

function reviewOf({ review }: Topic): string {
  return review.status === 'approved' ? `approved by ${review.by} on ${review.on}` : 'draft';
}

function topicRow({ id, value }: Entry<Topic>): string[] {
  const copies = value.sources.filter(({ seen }) => seen === 'copy').length;
  const { en, es } = value.answer;
  const numbers = [gradeOf(en).toFixed(1), String(wordsIn(en).length), easeOf(es).toFixed(0), String(value.sources.length), String(copies)];
  return [id, ...numbers, reviewOf(value), value.expires];
}

function topicTables(files: ContentFiles): string[] {
  return files.topics.flatMap((file) => {
    const topics = topicsOf(files).filter((topic) => topic.file === file);
    const head = ['topic', 'grade', 'words', 'es ease', 'sources', 'of them copies', 'review', 'expires'];
    return [`${file.name}`, ...formatInTable([head, ...topics.map(topicRow)]), ''];
  });
}

function expiryTable(entries: readonly (readonly [id: string, expires: string])[], now: number): string[] {
  const days = [...new Set(entries.map(([, expires]) => expires))].sort();
  return formatInTable(
    days.map((day) => {
      const left = Math.ceil((Date.parse(day) - now) / 86_400_000);
      const ids = entries.filter(([, expires]) => expires === day).map(([id]) => id);
      const shown = ids.length > 6 ? [...ids.slice(0, 6), `and ${ids.length - 6} more`] : ids;
      return [day, left <= 0 ? 'EXPIRED' : `in ${left} days`, shown.join(', ')];
    }),
  );
}

/** The report for staff: topics with grades and sources, review states, what expires when, and the numbers to call again. */
export function contentReport(files: ContentFiles, now: number): ContentReport {
  const topics = topicsOf(files);
  const lines = Object.entries(files.crisisLines.value);
  const expiring: (readonly [string, string])[] = [
    ...topics.map(({ id, value }) => [id, value.expires] as const),
    ...lines.map(([id, { expires }]) => [`number ${id}`, expires] as const),
  ];
  const expired = expiring.filter(([, day]) => now >= Date.parse(day)).map(([id, day]) => `${id} (${day})`);
  const approved = topics.filter(({ value }) => value.review.status === 'approved').length;
  const average = topics.reduce((sum, { value }) => sum + gradeOf(value.answer.en), 0) / Math.max(1, topics.length);
  const numbers = lines.map(([id, line]) => [
    id,
    line.number,
    `compared ${line.checked}`,
    line.called === null ? 'never called' : `called ${line.called}`,
    line.sources.some(({ seen }) => seen === 'page') ? 'own page' : 'COPIES ONLY',
    `again by ${line.expires}`,
  ]);
  const text = [
    `TOPICS: ${topics.length}, English answers of grade ${average.toFixed(1)} on average (at most 6)`,
    '',
    ...topicTables(files),
    `REVIEW: ${approved} approved, ${topics.length - approved} drafts that nobody has signed`,
    '',
    'WHAT EXPIRES WHEN',
    ...expiryTable(expiring, now),
    '',
    'NUMBERS TO CALL AGAIN',
    ...formatInTable(numbers),
    '',
    ...expired.map((what) => `error expired-review: ${what}`),
  ];
  return { text: `${text.join('\n').trimEnd()}\n`, expired };
}
