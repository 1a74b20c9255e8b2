import type { Danger } from '../safety/danger';
import { soundsPrecipitated } from '../safety/screen';
import type { Reading } from '../understanding/reader';
import type { Draft } from './draft';
import type { Reply } from './reply';
import { voiceFor } from './voice';

/** The soft line for what may be danger, or null. */
export function softLine(draft: Draft, reading: Reading, danger: Danger | null): Reply | null {
  const isPrecipitated = soundsPrecipitated(reading, draft.content.signs);
  if (danger === null && !isPrecipitated) return null;
  const voice = voiceFor(draft.content, draft.session);
  const id = isPrecipitated ? 'soft-precipitated' : danger?.guarded ? 'soft-past' : 'soft-check';
  return { ...voice.say(id, 'crisis'), tier: 'check', links: voice.helpLines() };
}
