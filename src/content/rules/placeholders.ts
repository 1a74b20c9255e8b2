import { placeholderPattern } from '../../language/fill';
import type { ContentFiles } from '../content-files';
import { addOnsOf, listOf, topicsOf } from '../entries';
import { type ShownText, shownTexts } from '../shown-texts';
import { problemAt } from './problem-at';
import type { Rule } from './rule';

/** Texts that the guide fills by itself, or says only where a setting has a value: text id -> placeholders. */
const filledByCode: Readonly<Record<string, readonly string[]>> = {
  'call-number': ['number'],
  'text-number': ['number'],
  'recap-line': ['question', 'answer'],
  'handoff-closed': ['hours'],
  'widget-step': ['step', 'of'],
  'widget-reviewed': ['date'],
};

function namesIn(text: string): string[] {
  return [...text.matchAll(placeholderPattern)].map(([, name]) => name ?? '');
}

/** Names that a text may hold beside the general ones. */
function ownNames(files: ContentFiles, { file, path }: ShownText): readonly string[] {
  const notes = [...listOf(files, 'outcomes'), ...listOf(files, 'setting-notes'), ...addOnsOf(files)];
  const note = notes.find((one) => one.file === file && one.path.every((part, index) => part === path[index]));
  if (note !== undefined) return note.value.reasons.length > 0 ? ['reasons'] : [];
  return path[0] === 'texts' ? (filledByCode[String(path[1])] ?? []) : [];
}

/** A `{placeholder}` that nothing fills: unknown (unknown-placeholder), or optional without other words (unfilled-placeholder). */
export const placeholders: Rule = (files) => {
  const { placeholders: known } = files.center.value;
  const always = new Set([...Object.keys(files.crisisLines.value), ...Object.keys(known).filter((name) => known[name]?.required)]);
  const unknowns = new Map(topicsOf(files).map(({ id, value }) => [id, value.unknown]));
  return shownTexts(files).flatMap((shown) => {
    const own = ownNames(files, shown);
    const names = namesIn(shown.text);
    const stray = shown.text.replace(placeholderPattern, '').match(/[{}][^{}\s]*/)?.[0];
    const bad = [
      ...names.filter((name) => !own.includes(name) && !always.has(name) && known[name] === undefined),
      ...(stray ? [stray] : []),
    ];
    const open = names.filter((name) => !own.includes(name) && known[name]?.required === false);
    const hasOther = shown.kind === 'answer' && shown.path[1] === 'answer' && unknowns.get(String(shown.path[0])) !== undefined;
    return [
      ...bad.map((name) =>
        problemAt(
          'unknown-placeholder',
          shown,
          [],
          `nothing fills {${name.replace(/[{}]/g, '')}}`,
          'Use one of knowledge/center.yaml or crisis-lines.yaml.',
        ),
      ),
      ...(hasOther ? [] : open).map((name) =>
        problemAt('unfilled-placeholder', shown, [], `{${name}} may have no value`, 'Add "unknown" words for that case, or leave it out.'),
      ),
    ];
  });
};
