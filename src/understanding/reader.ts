import type { Language } from '../language/language';
import { sentences } from '../language/sentences';
import { words } from '../language/words';
import { type Classifier, ranked, type Scored } from './classifier';
import { features } from './features';
import { languageOf } from './language-of';

/** The trained classifiers. */
export interface Model {
  /** Topic ids, and `out-of-scope.<kind>` for everything that no topic answers. */
  readonly topics: Classifier;
  /** Categories of danger, and `none`. */
  readonly danger: Classifier;
  /** Question id -> its choice ids, and `other` for what answers no choice. */
  readonly answers: Readonly<Record<string, Classifier>>;
}

/** What the model makes of a message as to danger. */
export interface DangerScore {
  /** The highest probability, of the whole message and of each sentence, that it is danger of any kind (0 to 1). */
  readonly likelihood: number;
  /** The category that is likeliest in that part. */
  readonly category: string;
}

/** One message, read once for all who ask: safety, the open question, the topics. Scores are probabilities, 0 to 1. */
export interface Reading {
  /** The message as typed. Lives as long as the turn. */
  readonly text: string;
  /** All words, folded. */
  readonly words: readonly string[];
  /** The words sentence by sentence. */
  readonly sentences: readonly (readonly string[])[];
  /** The language it is written in, or null when it does not tell. */
  readonly language: Language | null;
  /** Topics and kinds of out-of-scope, best first; empty without a model. */
  topics(): readonly Scored[];
  /** How likely danger is, over the whole message and each of its sentences. Null without a model. */
  danger(): DangerScore | null;
  /** How likely each choice of a question is meant by these words (folded), best first. Empty without a model. */
  answer(question: string, words: readonly string[]): readonly Scored[];
}

/** Turns what a person typed into a `Reading`. Works without a model: then only words are known, and safety goes by patterns alone. */
export interface Reader {
  read(text: string): Reading;
}

/** Sentences of a long message that are scored one by one; the whole message is scored as well. */
const mostSentences = 200;

function dangerOf(model: Model, whole: Uint32Array, sentences: Reading['sentences']): DangerScore {
  const parts = sentences.length > 1 ? [whole, ...sentences.slice(0, mostSentences).map(features)] : [whole];
  let likeliest: DangerScore = { likelihood: 0, category: '' };
  for (const part of parts) {
    const scores = ranked(model.danger, part);
    const likelihood = 1 - (scores.find(({ id }) => id === 'none')?.score ?? 0);
    if (likelihood > likeliest.likelihood) likeliest = { likelihood, category: scores.find(({ id }) => id !== 'none')?.id ?? '' };
  }
  return likeliest;
}

/** Makes the reader from the trained classifiers, or without any. */
export function createReader(model: Model | null): Reader {
  return {
    read(text) {
      const all = words(text);
      const parts = sentences(text);
      const language = languageOf(all);
      // Made when first asked for: a fault in it must not keep the words from the patterns of safety.
      let made: Uint32Array | null = null;
      const whole = () => {
        made ??= features(all);
        return made;
      };
      return {
        text,
        words: all,
        sentences: parts,
        language,
        topics: () => (model === null || all.length === 0 ? [] : ranked(model.topics, whole())),
        danger: () => (model === null || all.length === 0 ? null : dangerOf(model, whole(), parts)),
        answer: (question, some) => {
          const classifier = model?.answers[question];
          return classifier === undefined || some.length === 0 ? [] : ranked(classifier, some === all ? whole() : features(some));
        },
      };
    },
  };
}
