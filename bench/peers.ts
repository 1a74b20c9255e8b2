import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { LangEs } from '@nlpjs/lang-es';
import { Nlp } from '@nlpjs/nlp';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier';

/** A phrase with what it stands for. */
export interface Taught {
  readonly language: 'en' | 'es';
  readonly text: string;
  readonly label: string;
}

/** A classifier that others wrote, trained on the same phrases as the guide's own. */
export interface Peer {
  readonly name: string;
  /** Milliseconds of training. */
  readonly trained: number;
  /** The label that it thinks likeliest. */
  classify(language: 'en' | 'es', text: string): Promise<string>;
}

/** `BayesClassifier` of natural. */
function trainBayes(phrases: readonly Taught[]): Peer {
  const before = performance.now();
  const classifier = new BayesClassifier();
  for (const { text, label } of phrases) classifier.addDocument(text, label);
  classifier.train();
  const trained = performance.now() - before;
  return { name: 'natural, Bayes', trained, classify: async (_language, text) => classifier.getClassifications(text)[0]?.label ?? '' };
}

/** What @nlpjs/nlu is set to by itself; given here only to keep it from printing every step. */
const usual = {
  ...{ keepStopwords: true, nonefeatureValue: 1, nonedeltaMultiplier: 1.2 },
  ...{ spellCheck: false, spellCheckDistance: 1, filterZeros: true },
};

/** @nlpjs/nlp with its English and Spanish. */
async function trainNlp(phrases: readonly Taught[]): Promise<Peer> {
  const before = performance.now();
  const container = await containerBootstrap();
  container.registerConfiguration('nlu-??', { ...usual, log: false });
  for (const plugin of [Nlp, LangEn, LangEs]) container.use(plugin);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  for (const language of ['en', 'es']) nlp.addLanguage(language);
  for (const { language, text, label } of phrases) nlp.addDocument(language, text, label);
  await nlp.train();
  const trained = performance.now() - before;
  return { name: '@nlpjs/nlp', trained, classify: async (language, text) => (await nlp.process(language, text)).intent };
}

/** Trains both peers. */
export async function trainPeers(phrases: readonly Taught[]): Promise<Peer[]> {
  return [trainBayes(phrases), await trainNlp(phrases)];
}
