import fc from 'fast-check';
import type { Choice, Reply } from '../../src/conversation/reply';
import type { Sentence } from '../../src/language/sentence';
import { sentence } from '../../src/language/sentence-schema';

/** Any words as a sentence: tests have no content files. */
export function say(words: string): Sentence {
  return sentence.parse(words);
}

/** A reply with what a test does not care about filled in. */
export function reply(parts: Partial<Reply>): Reply {
  return { id: 'test', kind: 'note', text: say('Words.'), ...parts };
}

const word = fc.stringMatching(/^[A-Za-záéíóúñü0-9,“”’…–€]{1,12}[.?!]?$/);

/** Some words with spaces and line ends between them, at most about 900 characters. */
export const words: fc.Arbitrary<Sentence> = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n')), { minLength: 1, maxLength: 70 })
  .map((parts) => say(parts.flat().join('')));

const label: fc.Arbitrary<Sentence> = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,18}[a-z]$/).map(say);

const choice: fc.Arbitrary<Choice> = fc
  .record({ id: fc.stringMatching(/^[a-z]{3,8}:[a-z]{2,8}$/), label, say: fc.option(words, { nil: undefined }) })
  .map(({ id, label, say }) => ({ id, label, ...(say !== undefined && { say }) }));

const choices = fc.uniqueArray(choice, { minLength: 1, maxLength: 8, selector: ({ id }) => id });

/** Replies of any kind; as in the centre, only the last has choices. */
export const turns: fc.Arbitrary<Reply[]> = fc
  .tuple(
    fc.array(
      fc.record({
        kind: fc.constantFrom('greeting', 'note', 'crisis', 'answer', 'summary', 'handoff'),
        text: words,
        bullets: fc.array(words, { maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.option(choices),
    fc.constantFrom('question', 'suggest', 'answer', 'summary', 'crisis'),
  )
  .map(([parts, open, kind]) => [
    ...(parts as Partial<Reply>[]).map(reply),
    ...(open ? [reply({ kind: kind as Reply['kind'], text: say('What now?'), choices: open })] : []),
  ]);
