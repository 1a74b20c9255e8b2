/** Counts the syllables of English words. The package ships no types. */
declare module 'syllable' {
  function syllable(text: string): number;
  export = syllable;
}
