/** The two stemmers of `natural` that are loaded by file: its root loads databases and reads .env on import. */
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_es' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
