import type { TurnDependencies } from '../src/turn/turn';
import type { NextTurn } from './measure';
import { websiteTurn } from './website-turn';

/** Takes website turns and counts those of each conversation, from `behind` on: the turns that it has behind it. */
export function nextWebsiteTurn(turns: TurnDependencies, behind: number): NextTurn {
  const taken = new Map<number, number>();
  return (conversation) => {
    const turn = taken.get(conversation) ?? behind;
    taken.set(conversation, turn + 1);
    return websiteTurn(turns, conversation, turn);
  };
}
