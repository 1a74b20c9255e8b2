import type { Language } from '../language/language';
import { sentences } from '../language/sentences';
import { words } from '../language/words';
import { type Classifier, probabilities, ranked, type Scored } from './classifier';
import { features, type MessageFeatures } from './features';
import { languageOf } from './language-of';
import { parts } from './parts';
import type { Unglue } from './unglue';

/** The trained classifiers. */
export interface Model {
  /** Topic ids, and `out-of-scope.<kind>` for everything that no topic answers. */
  readonly topics: Classifier;
  /** Categories of danger, and `none`. */
  readonly danger: Classifier;
  /** Question id -> its choice ids, and `other` for what answers no choice. */
  readonly answers: Readonly<Record<string, Classifier>>;
}

/** What the model makes of a message as to danger. Probabilities, 0 to 1. */
export interface DangerScore {
  /** That the message as a whole is danger of any kind. */
  readonly whole: number;
  /** That its most dangerous part is: a sentence, or a stretch of a long one. The same as `whole` where there is but one part. */
  readonly highest: number;
  /** How many texts were read: the whole and its parts. */
  readonly texts: number;
  /** The category that is likeliest, in the most dangerous part and the whole together. */
  readonly category: string;
}

/** One message, read once for all who ask: safety, the open question, the topics. Scores are probabilities, 0 to 1. */
export interface Reading {
  /** The message as typed. Lives as long as the turn. */
  readonly text: string;
  /** All words, folded, and taken apart where they were glued together. */
  readonly words: readonly string[];
  /** The words sentence by sentence; a sentence with glued words also as it was typed. */
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

function dangerOf({ danger }: Model, whole: MessageFeatures, sentences: Reading['sentences']): DangerScore {
  const none = danger.labels.indexOf('none');
  const all = probabilities(danger, whole);
  let worst = all;
  const list = parts(sentences);
  for (const part of list) {
    const scores = probabilities(danger, features(part));
    if ((scores[none] as number) < (worst[none] as number)) worst = scores;
  }
  let likeliest = none === 0 ? 1 : 0;
  const sum = (label: number) => (all[label] as number) + (worst[label] as number);
  for (let label = 0; label < all.length; label += 1) if (label !== none && sum(label) > sum(likeliest)) likeliest = label;
  const category = danger.labels[likeliest] ?? '';
  return { whole: 1 - (all[none] as number), highest: 1 - (worst[none] as number), texts: 1 + list.length, category };
}

/** Makes the reader from the trained classifiers, or without any, and from what takes glued words apart. */
export function createReader(model: Model | null, unglue: Unglue): Reader {
  return {
    read(text) {
      const all = unglue(words(text));
      const asTyped = sentences(text);
      const apart = asTyped.map(unglue);
      // Both are looked at: what was taken apart wrongly still counts as it was typed.
      const inSentences = [...apart, ...asTyped.filter((sentence, index) => sentence.length !== apart[index]?.length)];
      const language = languageOf(all);
      // Made when first asked for: a fault in it must not keep the words from the patterns of safety.
      let made: MessageFeatures | null = null;
      const whole = () => {
        made ??= features(all);
        return made;
      };
      let rankedTopics: readonly Scored[] | null = null;
      return {
        text,
        words: all,
        sentences: inSentences,
        language,
        topics: () => {
          rankedTopics ??= model === null || all.length === 0 ? [] : ranked(model.topics, whole());
          return rankedTopics;
        },
        danger: () => (model === null || all.length === 0 ? null : dangerOf(model, whole(), inSentences)),
        answer: (question, some) => {
          const classifier = model?.answers[question];
          return classifier === undefined || some.length === 0 ? [] : ranked(classifier, some === all ? whole() : features(some));
        },
      };
    },
  };
}
