import type { Path } from './content-files';

/** The name of a problem of shape, and how to mend it. */
export interface ShapeRule {
  readonly rule: string;
  readonly mend: string;
}

const isEmpty = (value: unknown) => value === undefined || value === null || (Array.isArray(value) ? value.length === 0 : value === '');

/** What a missing key breaks, by its name. */
const missingKeys: Readonly<Record<string, ShapeRule>> = {
  en: { rule: 'missing-language', mend: 'Write the English words.' },
  es: { rule: 'missing-language', mend: 'Write the Spanish words.' },
  sources: { rule: 'unsourced-answer', mend: 'Name at least one source with its facts.' },
  facts: { rule: 'unsourced-answer', mend: 'Name the facts of knowledge/facts.yaml that the answer uses.' },
  'go-on': { rule: 'dead-end', mend: 'Name the text of the button that goes on.' },
  'go-on-sms': { rule: 'dead-end', mend: 'Name the text that tells how to go on where there are no buttons.' },
  'follow-up': { rule: 'dead-end', mend: 'Name one to three topics to read next.' },
};

/** Which rule a value of the wrong shape breaks; `value` is what stands at `path`, undefined when nothing does. */
export function shapeRule(path: Path, value: unknown): ShapeRule {
  const key = String(path.at(-1));
  if (path.length === 3 && path[0] === 'questions' && key === 'next')
    return { rule: 'path-without-handoff', mend: 'Name the next question, or write { end: handoff }.' };
  if (key === 'address' && path.includes('sources'))
    return { rule: 'source-address-missing', mend: 'Give the https address of the page, or center-article.' };
  const missing = isEmpty(typeof value === 'string' ? value.trim() : value) ? missingKeys[key] : undefined;
  return missing ?? { rule: 'wrong-shape', mend: 'Compare it with a neighbouring entry.' };
}
