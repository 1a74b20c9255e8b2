import type { Store } from '../src/storage/store';
import { conversationKey } from '../src/turn/conversation-key';
import { takeTurn } from '../src/turn/take-turn';
import { fakeTurns } from '../test/fakes/fake-turns';
import { peerState } from './peer';
import { conversationId, websiteChannel, websiteRequest } from './website-turn';

/** A conversation that nobody else uses. */
const conversation = 1_000_000_000;

/** Takes turns of one conversation that all begin at once, and gives how many of them its session has counted in the end. */
export async function countParallel(store: Store, turns: number): Promise<number> {
  const dependencies = fakeTurns({ store });
  await takeTurn(dependencies, websiteRequest(dependencies, conversation, 0));
  await Promise.all(upTo(turns).map((turn) => takeTurn(dependencies, websiteRequest(dependencies, conversation, turn))));
  const key = conversationKey(dependencies.secret, websiteChannel, conversationId(conversation));
  return (await store.load(key, null)).stored?.session?.misses ?? 0;
}

/** The same with the state of Bot Framework. */
export async function countParallelPeer(turns: number): Promise<number> {
  const turn = peerState();
  const count = (kept: { turns: number }) => {
    kept.turns += 1;
  };
  await Promise.all(upTo(turns).map(() => turn(conversation, count)));
  return turn(conversation, () => undefined);
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
