/** The words and sentences of a text as the readability formulas count them: a colon and a new line end a sentence too. */
export function plainWords(text: string): { readonly words: readonly string[]; readonly sentences: readonly string[] } {
  const plain = text.replace(/\{([a-z-]+)\}/g, (_, name: string) => (name === 'center' ? 'the center' : '911')).replace(/^- /gm, '');
  const sentences = plain
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\d]/u.test(sentence));
  return { sentences, words: wordsIn(plain) };
}

/** The words of a text, without the marks around them. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\d][\p{L}\d'’.,-]*/gu) ?? [];
}
