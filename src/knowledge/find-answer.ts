import type { Scored } from '../understanding/classifier';

/** What the knowledge can do for a question. */
export type Finding =
  /** One topic, surely. */
  | { readonly kind: 'answer'; readonly topic: string }
  /** Up to three topics to choose from. */
  | { readonly kind: 'suggest'; readonly topics: readonly string[] }
  /** Nothing here answers it; `outside` is the kind of thing it is, where that is known. */
  | { readonly kind: 'nothing'; readonly outside: string | null };

/** From this probability on a topic is answered. */
const sure = 0.42;
/** In these areas a wrong answer can harm, so that the guide asks back sooner. */
const careful = new Set(['safety', 'health', 'medicines']);
const sureWhenCareful = 0.55;
/** From this probability on a topic is offered. */
const possible = 0.1;
/** From this probability on a message is taken for something that no topic answers. */
const surelyOutside = 0.35;
/** From this probability on a message that no topic surely answers is refused: a refusal with help costs less than an answer to what can harm. */
const possiblyUnsafe = 0.2;
const outsidePrefix = 'out-of-scope.';
const unsafeRequest = 'unsafe-request';

/** Decides what to do with a question by the scores of all topics and kinds of out-of-scope, best first. */
export function findAnswer(scores: readonly Scored[], areaOf: (topic: string) => string | undefined): Finding {
  const best = scores[0];
  if (best === undefined) return { kind: 'nothing', outside: null };
  if (best.id.startsWith(outsidePrefix) && best.score >= surelyOutside)
    return { kind: 'nothing', outside: best.id.slice(outsidePrefix.length) };
  const unsafe = scores.find(({ id }) => id === `${outsidePrefix}${unsafeRequest}`)?.score ?? 0;
  if (unsafe >= possiblyUnsafe && best.score < sureWhenCareful) return { kind: 'nothing', outside: unsafeRequest };
  const topics = scores.filter(({ id, score }) => !id.startsWith(outsidePrefix) && areaOf(id) !== undefined && score >= possible);
  const first = topics[0];
  if (first === undefined) return { kind: 'nothing', outside: null };
  if (first.id === best.id && first.score >= (careful.has(areaOf(first.id) ?? '') ? sureWhenCareful : sure))
    return { kind: 'answer', topic: first.id };
  return { kind: 'suggest', topics: topics.slice(0, 3).map(({ id }) => id) };
}
