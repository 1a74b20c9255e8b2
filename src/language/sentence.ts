import type { z } from 'zod';

/**
 * Words that the guide may say. There is no public constructor: a sentence comes out of checked content
 * (`sentence-schema.ts`, used by the schemas of dialogs and knowledge) or out of `fill`, never from code or from a visitor.
 */
export type Sentence = string & z.core.$brand<'Sentence'>;
