import type { Tally } from '../storage/store';
import { type Count, type ShownCount, suppressOne, suppressSmall } from './suppress-small';

/** Counts that belong together. */
export interface CountGroup {
  /** Too few were counted to show any of them. */
  readonly withheld: boolean;
  readonly counts: readonly ShownCount[];
}

/** What was counted in a period, without the small numbers. */
export interface Overview {
  /** First and last day, `YYYY-MM-DD`, UTC. */
  readonly from: string;
  readonly to: string;
  readonly totals: Readonly<Record<'started' | 'finished' | 'deleted', ShownCount>>;
  /** Days and channels and languages add up to `started`, outcomes to `finished`. */
  readonly groups: Readonly<Record<'day' | 'channel' | 'language' | 'outcome' | 'danger' | 'topic', CountGroup>>;
}

/** Sums up the counts (see src/turn/count-turn.ts) of some days, oldest first and without gaps. Names that it does not know are left out. */
export function describeTallies(tallies: readonly Tally[], days: readonly string[]): Overview {
  const counted = tallies.filter(({ day }) => days.includes(day));
  const started = counted.filter(({ name }) => name === 'started');
  const perDay = days.map((day) => ({ name: day, count: sum(started.filter((tally) => tally.day === day)) }));
  const outcomes = named(counted, 'finished:');
  const finished = sum(outcomes);
  return {
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    totals: {
      started: suppressOne({ name: 'started', count: sum(started) }),
      finished: suppressOne({ name: 'finished', count: finished }),
      deleted: suppressOne({ name: 'deleted', count: sum(counted.filter(({ name }) => name === 'deleted')) }),
    },
    groups: {
      day: group(suppressSmall(perDay, sum(started))),
      channel: ranked(suppressSmall(named(counted, 'channel:'), sum(started))),
      language: ranked(suppressSmall(named(counted, 'language:'), sum(started))),
      outcome: ranked(suppressSmall(outcomes, finished)),
      danger: ranked(suppressSmall(named(counted, 'danger:'), null)),
      topic: ranked(suppressSmall(named(counted, 'topic:'), null)),
    },
  };
}

function sum(counts: readonly Pick<Count, 'count'>[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

/** The counts whose names begin with `prefix`, without it, of all days together. */
function named(tallies: readonly Tally[], prefix: string): Count[] {
  const counts = new Map<string, number>();
  for (const { name, count } of tallies) {
    if (!name.startsWith(prefix)) continue;
    const rest = name.slice(prefix.length);
    counts.set(rest, (counts.get(rest) ?? 0) + count);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

function group(counts: readonly ShownCount[] | null): CountGroup {
  return { withheld: counts === null, counts: counts ?? [] };
}

/** The largest first, then by name: the order of hidden counts may not tell which is larger. */
function ranked(counts: readonly ShownCount[] | null): CountGroup {
  const byCount = (one: ShownCount, other: ShownCount) => (other.count ?? 0) - (one.count ?? 0) || (one.name < other.name ? -1 : 1);
  return group(counts === null ? null : [...counts].sort(byCount));
}
