import { shownTexts } from '../shown-texts';
import { teamsTexts } from '../spoken-texts';
import { longestFilled } from './longest-filled';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

const limits: ReadonlyMap<string, number> = new Map(Object.entries(teamsTexts).map(([name, most]) => [`teams-${name}`, most]));

/** Words of the Teams app for whose length Teams would refuse the package, with the longest name that a center can have. */
export const tooLongForTeams: Rule = (files) =>
  shownTexts(files).flatMap((shown) => {
    const most = shown.path[0] === 'texts' ? limits.get(String(shown.path[1])) : undefined;
    const { length } = longestFilled(shown.text);
    if (most === undefined || length <= most) return [];
    return [problemAt('too-long-for-teams', shown, [], `${length} characters, with a center's name of 40`, `Say it in ${most}.`)];
  });
