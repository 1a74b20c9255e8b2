/** The classifier of `natural` that is a peer in the evaluation, loaded by file as in src/understanding/natural.d.ts. */
declare module 'natural/lib/natural/classifiers/bayes_classifier' {
  class BayesClassifier {
    addDocument(text: string, label: string): void;
    train(): void;
    getClassifications(text: string): { label: string; value: number }[];
  }
  export = BayesClassifier;
}
