import type { Draft, Step } from './draft';
import { showStop } from './show-stop';

/** Commands that are taken while a danger stop holds. */
const through = new Set(['go-on', 'call', 'emergency', 'language-en', 'language-es', 'delete']);

/** After a danger stop the script holds: anything but the few commands that go through shows the stop again. Null when nothing is held. */
export function keepStop(draft: Draft, command: string | null): Step | null {
  const { aside } = draft.session;
  if (aside?.kind !== 'stop' || (command !== null && through.has(command))) return null;
  return showStop(draft, aside.stop, null, null);
}
