import { sentences } from '../language/sentences';
import { words } from '../language/words';
import type { Classifier } from './classifier';
import { features } from './features';
import { noAnswer } from './no-answer';
import { parts } from './parts';
import { type Lesson, trainClassifier } from './train-classifier';

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

function lessonsOf(label: string, phrases: readonly string[]): Lesson[] {
  return phrases.map((phrase) => ({ label, features: features(words(phrase)) }));
}

/** Every n-th, so that a part stands for the breadth of the rest without drowning other lessons or costing their time. */
function sample<T>(list: readonly T[], step: number): T[] {
  return list.filter((_, index) => index % step === 0);
}

/** A part of a harmless text is harmless too; without such lessons, parts of long texts look like danger. */
function harmlessLessons(phrases: readonly string[]): Lesson[] {
  const some = sample(
    phrases.flatMap((phrase) => parts(sentences(phrase))),
    4,
  );
  return [...lessonsOf('none', phrases), ...some.map((part) => ({ label: 'none', features: features(part) }))];
}

function questionsAndOutside({ topics, outOfScope }: Phrases): string[] {
  return [...Object.values(topics), ...Object.values(outOfScope)].flat();
}

/** Phrases of so few words are learned twice: they have little to be known by. */
const fewWords = 3;

function topicLessons(label: string, phrases: readonly string[]): Lesson[] {
  return [
    ...lessonsOf(label, phrases),
    ...lessonsOf(
      label,
      phrases.filter((phrase) => words(phrase).length <= fewWords),
    ),
  ];
}

/** Trains the classifier of topics and kinds of out-of-scope. Deterministic, like the others. */
export function trainTopics(phrases: Phrases): Classifier {
  const lessons = [
    ...Object.entries(phrases.topics).flatMap(([id, list]) => topicLessons(id, list)),
    ...Object.entries(phrases.outOfScope).flatMap(([kind, list]) => topicLessons(`out-of-scope.${kind}`, list)),
  ];
  return trainClassifier(lessons, { letters: { epochs: 3, fewest: 2 }, words: { epochs: 3, fewest: 2, units: 36 } });
}

/** Trains the classifier of danger: its categories, and `none`, which all questions are examples of. */
export function trainDanger(phrases: Phrases): Classifier {
  const lessons = [
    ...Object.entries(phrases.danger).flatMap(([category, list]) =>
      category === 'none' ? harmlessLessons(list) : lessonsOf(category, list),
    ),
    ...harmlessLessons([...questionsAndOutside(phrases), ...phrases.harmlessAnswers]),
  ];
  return trainClassifier(lessons, { letters: { epochs: 2, fewest: 8 }, words: { epochs: 3, fewest: 3, units: 8 } });
}

/** Trains one classifier for each question of the script: its choices, and what is no answer to it. */
export function trainAnswers(phrases: Phrases): Record<string, Classifier> {
  const others = sample(questionsAndOutside(phrases), 60);
  return Object.fromEntries(
    Object.entries(phrases.answers).map(([question, choices]) => {
      const lessons = [...Object.entries(choices).flatMap(([choice, list]) => lessonsOf(choice, list)), ...lessonsOf(noAnswer, others)];
      return [question, trainClassifier(lessons, { letters: { epochs: 6, fewest: 2 }, words: { epochs: 10, fewest: 2, units: 16 } })];
    }),
  );
}
