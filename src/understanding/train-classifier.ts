import type { Classifier } from './classifier';
import type { MessageFeatures } from './features';
import { type LetterTraining, trainLetters } from './train-letters';
import { trainWords, type WordTraining } from './train-words';

/** The features of one text with the label that it teaches. */
export interface Lesson {
  readonly label: string;
  readonly features: MessageFeatures;
}

export interface ClassifierTraining {
  readonly letters: LetterTraining;
  readonly words: WordTraining;
}

/** Trains one classifier on the labels that occur in its lessons. Deterministic: the same lessons in the same order give the same bytes. Throws without any lesson. */
export function trainClassifier(lessons: readonly Lesson[], { letters, words }: ClassifierTraining): Classifier {
  if (lessons.length === 0) throw new Error('a classifier needs phrases to learn from');
  const labels = [...new Set(lessons.map(({ label }) => label))].sort();
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  const examplesOf = (kind: keyof MessageFeatures) =>
    lessons.map(({ label, features }) => ({ label: placeOf.get(label) as number, groups: features[kind] }));
  return {
    labels,
    letters: trainLetters(examplesOf('letters'), labels.length, letters),
    words: trainWords(examplesOf('words'), labels.length, words),
  };
}
