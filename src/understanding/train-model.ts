import { sentences } from '../language/sentences';
import { words } from '../language/words';
import { features } from './features';
import type { Model } from './reader';
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
}

function examplesOf(label: string, phrases: readonly string[]): Example[] {
  return phrases.map((phrase) => ({ label, hashes: features(words(phrase)) }));
}

function labelsOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ label }) => label))].sort();
}

/** Every part of a long harmless text is harmless too; without them, windows of long texts look like danger. */
function withSentences(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => {
    const parts = sentences(phrase);
    return parts.length > 1 ? [phrase, ...parts.map((part) => part.join(' '))] : [phrase];
  });
}

/** Every n-th phrase, so that a small classifier sees the breadth of the rest without drowning in it. */
function sample(phrases: readonly string[], step: number): string[] {
  return phrases.filter((_, index) => index % step === 0);
}

/** Trains all classifiers. Deterministic; about 8 seconds on one core for 14,000 phrases. `progress` is told what is being trained. */
export function trainModel(phrases: Phrases, progress: (what: string) => void): Model {
  progress('topics');
  const topicPhrases = Object.values(phrases.topics).flat();
  const outside = Object.values(phrases.outOfScope).flat();
  const topicExamples = [
    ...Object.entries(phrases.topics).flatMap(([id, list]) => examplesOf(id, list)),
    ...Object.entries(phrases.outOfScope).flatMap(([kind, list]) => examplesOf(`out-of-scope.${kind}`, list)),
  ];
  const topics = trainClassifier(labelsOf(topicExamples), topicExamples, { bits: 16, epochs: 8, rate: 0.5 });

  progress('danger');
  const dangerExamples = [
    ...Object.entries(phrases.danger).flatMap(([category, list]) => examplesOf(category, category === 'none' ? withSentences(list) : list)),
    ...examplesOf('none', [...topicPhrases, ...outside]),
  ];
  const danger = trainClassifier(labelsOf(dangerExamples), dangerExamples, { bits: 17, epochs: 12, rate: 0.5 });

  progress('answers');
  const answers = Object.fromEntries(
    Object.entries(phrases.answers).map(([question, choices]) => {
      const examples = [
        ...Object.entries(choices).flatMap(([choice, list]) => examplesOf(choice, list)),
        ...examplesOf('other', sample([...topicPhrases, ...outside], 12)),
      ];
      return [question, trainClassifier(labelsOf(examples), examples, { bits: 13, epochs: 20, rate: 0.5 })];
    }),
  );
  return { topics, danger, answers };
}
