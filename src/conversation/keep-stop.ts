import type { Draft, Step } from './draft';
import { repeatStop } from './show-stop';

/** Commands that are taken while a danger stop holds. All but `go-on` and `delete` leave it standing. */
const through = new Set(['go-on', 'call', 'emergency', 'help', 'language-en', 'language-es', 'delete']);

/** The danger stop that holds now, or null. */
export function heldStop({ session: { aside } }: Draft): string | null {
  if (aside?.kind === 'stop') return aside.stop;
  return aside?.kind === 'emergency-menu' ? aside.held : null;
}

/** After a danger stop the script holds: anything but the few commands that go through shows the stop again. Null when nothing is held. */
export function keepStop(draft: Draft, command: string | null): Step | null {
  const stop = heldStop(draft);
  return stop === null || (command !== null && through.has(command)) ? null : repeatStop(draft, stop);
}
