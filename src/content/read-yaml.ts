import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ContentFile, Path } from './content-files';
import type { Problem } from './problem';
import { shapeRule } from './shape-rule';

function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined),
    whole,
  );
}

/** Where the value at a path begins; of an indented block below a key it is the key, which people look for. */
function offsetOf(document: Document, path: Path): number | null {
  const value = document.getIn(path, true);
  if (!isNode(value) || !value.range) return null;
  const around = document.getIn(path.slice(0, -1), true);
  if (!isCollection(value) || value.flow || !isMap(around)) return value.range[0];
  const key = around.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
  return isScalar(key) && key.range ? key.range[0] : value.range[0];
}

/** Reads one YAML file and checks its shape. What is wrong is added to `problems`, and null comes back. */
export function readYaml<T>(root: string, name: string, schema: z.ZodType<T>, problems: Problem[]): ContentFile<T> | null {
  const report = (rule: string, place: { line: number; column: number }, found: string, mend: string) =>
    problems.push({ rule, severity: 'error', file: name, ...place, found, mend });
  const path = join(root, name);
  if (!existsSync(path)) {
    report('file-missing', { line: 1, column: 1 }, 'the file is not there', 'Restore it.');
    return null;
  }
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter });
  const position = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const locate = (to: Path) => {
    for (let length = to.length; length > 0; length -= 1) {
      const offset = offsetOf(document, to.slice(0, length));
      if (offset !== null) return position(offset);
    }
    return { line: 1, column: 1 };
  };
  for (const error of document.errors) {
    const place = position(error.pos[0]);
    if (error.code === 'DUPLICATE_KEY') report('duplicate-id', place, 'this id stands twice', 'Rename one of the two, or join them.');
    else
      report(
        'not-yaml',
        place,
        error.message.split('\n')[0] ?? error.code,
        'Compare the line with its neighbours: indentation, quotes, colons.',
      );
  }
  if (document.errors.length > 0) return null;
  const whole: unknown = document.toJS() ?? {};
  const parsed = schema.safeParse(whole);
  if (parsed.success) return { name, value: parsed.data, locate };
  for (const issue of parsed.error.issues) {
    const to = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const { rule, mend } = shapeRule(to, valueAt(whole, to));
    report(rule, locate(to), `${to.join('.') || 'the file'}: ${issue.message}`, mend);
  }
  return null;
}
