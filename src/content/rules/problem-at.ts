import type { Path } from '../content-files';
import type { Place } from '../entries';
import type { Problem } from '../problem';

/** A problem at a place, or at something below it (`under`). */
export function problemAt(
  rule: string,
  place: Place,
  under: Path,
  found: string,
  mend: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { rule, severity, file: place.file.name, ...place.file.locate([...place.path, ...under]), found, mend };
}
