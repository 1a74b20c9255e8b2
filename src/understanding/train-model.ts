import { sentences } from '../language/sentences';
import { words } from '../language/words';
import type { Classifier } from './classifier';
import { features } from './features';
import { noAnswer } from './no-answer';
import { parts } from './parts';
import { type Example, trainClassifier } from './train-classifier';

/** Phrases by what they stand for, as the phrase files hold them, one a line. */
export interface Phrases {
  /** Topic id -> phrases. */
  readonly topics: Readonly<Record<string, readonly string[]>>;
  /** Kind of out-of-scope -> phrases. */
  readonly outOfScope: Readonly<Record<string, readonly string[]>>;
  /** Category of danger, or `none` -> phrases. */
  readonly danger: Readonly<Record<string, readonly string[]>>;
  /** Question id -> choice id -> phrases. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Answers to the questions that are no danger. */
  readonly harmlessAnswers: readonly string[];
}

function examplesOf(label: string, phrases: readonly string[]): Example[] {
  return phrases.map((phrase) => ({ label, groups: features(words(phrase)) }));
}

function labelsOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ label }) => label))].sort();
}

/** Every part of a harmless text is harmless too; without them, parts of long texts look like danger. */
function harmlessExamples(phrases: readonly string[]): Example[] {
  return phrases.flatMap((phrase) => [
    ...examplesOf('none', [phrase]),
    ...parts(sentences(phrase)).map((part) => ({ label: 'none', groups: features(part) })),
  ]);
}

/** Every n-th phrase, so that a small classifier sees the breadth of the rest without drowning in it. */
function sample(phrases: readonly string[], step: number): string[] {
  return phrases.filter((_, index) => index % step === 0);
}

function questionsAndOutside({ topics, outOfScope }: Phrases): string[] {
  return [...Object.values(topics), ...Object.values(outOfScope)].flat();
}

/** Trains the classifier of topics and kinds of out-of-scope. Deterministic, like the others. */
export function trainTopics(phrases: Phrases): Classifier {
  const examples = [
    ...Object.entries(phrases.topics).flatMap(([id, list]) => examplesOf(id, list)),
    ...Object.entries(phrases.outOfScope).flatMap(([kind, list]) => examplesOf(`out-of-scope.${kind}`, list)),
  ];
  return trainClassifier(labelsOf(examples), examples, { epochs: 3, rate: 1 });
}

/** Trains the classifier of danger: its categories, and `none`, which all questions are examples of. */
export function trainDanger(phrases: Phrases): Classifier {
  const examples = [
    ...Object.entries(phrases.danger).flatMap(([category, list]) =>
      category === 'none' ? harmlessExamples(list) : examplesOf(category, list),
    ),
    ...harmlessExamples([...questionsAndOutside(phrases), ...phrases.harmlessAnswers]),
  ];
  return trainClassifier(labelsOf(examples), examples, { epochs: 2, rate: 1 });
}

/** Trains one classifier for each question of the script: its choices, and what is no answer to it. */
export function trainAnswers(phrases: Phrases): Record<string, Classifier> {
  const others = sample(questionsAndOutside(phrases), 60);
  return Object.fromEntries(
    Object.entries(phrases.answers).map(([question, choices]) => {
      const examples = [...Object.entries(choices).flatMap(([choice, list]) => examplesOf(choice, list)), ...examplesOf(noAnswer, others)];
      return [question, trainClassifier(labelsOf(examples), examples, { epochs: 8, rate: 1 })];
    }),
  );
}
