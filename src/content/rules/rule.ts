import type { ContentFiles } from '../content-files';
import type { Problem } from '../problem';

/** One check over all content files. `now` is epoch milliseconds. */
export type Rule = (files: ContentFiles, now: number) => Problem[];
