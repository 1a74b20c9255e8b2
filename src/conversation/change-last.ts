import type { Reply } from './reply';

/** The replies with their last one changed; none stay none. */
export function changeLast(replies: readonly Reply[], change: (last: Reply) => Reply): readonly Reply[] {
  const last = replies.at(-1);
  return last === undefined ? replies : [...replies.slice(0, -1), change(last)];
}
