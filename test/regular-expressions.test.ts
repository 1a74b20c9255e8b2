import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { createSourceFile, forEachChild, isRegularExpressionLiteral, type Node, ScriptTarget } from 'typescript';

const source = join(__dirname, '../src');

/** Every regular expression that stands in the code, with its file. */
function expressions(): { file: string; pattern: string; flags: string }[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const found: { file: string; pattern: string; flags: string }[] = [];
      const visit = (node: Node): void => {
        if (isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          found.push({ file, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) });
        }
        forEachChild(node, visit);
      };
      visit(createSourceFile(file, readFileSync(join(source, file), 'utf8'), ScriptTarget.Latest));
      return found;
    });
}

test.each(expressions())('$file: /$pattern/$flags cannot be made slow by what people type', ({ pattern, flags }) => {
  expect(checkSync(pattern, flags, { timeout: 20_000 }).status).toBe('safe');
});
