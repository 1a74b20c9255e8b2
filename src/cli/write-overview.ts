import type { CountGroup, Overview } from './describe-tallies';
import { drawBars, writeCount } from './draw-bars';

/** The groups in the order in which they are shown, with their titles. */
const titles = [
  ['channel', 'Channel'],
  ['language', 'Language'],
  ['outcome', 'Finished, by outcome'],
  ['danger', 'Danger, by tier and category'],
  ['topic', 'Topics asked'],
  ['day', 'Started per day'],
] as const satisfies readonly (readonly [keyof Overview['groups'], string])[];

/** What was counted, for people to read. */
export function writeOverview({ from, to, totals, groups }: Overview): string {
  const period = `${from} to ${to}, days in UTC`;
  const all = [...Object.values(totals), ...Object.values(groups).flatMap(({ counts }) => counts)];
  const withheld = Object.values(groups).some((group) => group.withheld);
  if (!withheld && all.every(({ count }) => count === 0)) return `${period}\n\nNothing has been counted in this time yet.\n`;
  const notes = [
    ...(all.some(({ hidden }) => hidden === 'small')
      ? ['<5: from 1 to 4. Small numbers are not shown, so that nobody can be recognized.']
      : []),
    ...(all.some(({ hidden }) => hidden === 'beside-small')
      ? ['hidden: 5 or more. Together with the total it would tell a small number.']
      : []),
  ];
  const parts = [
    period,
    Object.values(totals)
      .map((total) => `Conversations ${total.name}: ${writeCount(total)}`)
      .join('\n'),
    ...titles.map(([name, title]) => `${title}\n${writeGroup(groups[name])}`),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeGroup({ withheld, counts }: CountGroup): string {
  const lines = withheld ? ['too few to show'] : counts.length === 0 ? ['none'] : drawBars(counts);
  return lines.map((line) => `  ${line}`).join('\n');
}
