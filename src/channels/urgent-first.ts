import type { Reply } from '../conversation/reply';

const urgent = /\b911\b|\bER\b|\b[Ss]ala de emergencias\b/;

/**
 * Replies for SMS with what tells to call 911 or go to the ER in front: those bullets before the other bullets, and a summary reply
 * that has such bullets before the rest of the summary, since the end of a long summary may never be asked for.
 */
export function urgentFirst(replies: readonly Reply[]): Reply[] {
  const ordered = replies.map((reply) => (reply.bullets ? { ...reply, bullets: front(reply.bullets, isUrgent) } : reply));
  const summary = front(
    ordered.filter((reply) => reply.kind === 'summary'),
    (reply) => reply.bullets?.some(isUrgent) ?? false,
  );
  // The summary's places stay where they were; only what stands in them changes.
  return ordered.map((reply) => (reply.kind === 'summary' ? (summary.shift() ?? reply) : reply));
}

function isUrgent(words: string): boolean {
  return urgent.test(words);
}

function front<T>(list: readonly T[], first: (item: T) => boolean): T[] {
  return [...list.filter(first), ...list.filter((item) => !first(item))];
}
