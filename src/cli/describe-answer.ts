import type { AskResult } from './ask-guide';

/** What the guide made of a message, for people to read: the facts, one a line, then the replies as the channel shows them. */
export function describeAnswer(answer: AskResult): string {
  const choice = typeof answer.choice === 'string' || answer.choice === null ? answer.choice : answer.choice.join(', ');
  const facts: readonly (readonly [string, string | null])[] = [
    ['kind', answer.kind],
    ['danger', answer.tier && [answer.tier, answer.category].filter(Boolean).join(', ')],
    ['topic', answer.topic],
    ['topics', answer.topics.map(({ id, score }) => `${id} ${score.toFixed(2)}`).join(', ')],
    ['choice', choice],
    ['replies', answer.replies.join(', ')],
    ['ms', answer.ms.toFixed(1)],
  ];
  const lines = facts.filter(([, fact]) => fact).map(([name, fact]) => `${`${name}:`.padEnd(9)}${fact}`);
  return `${lines.join('\n')}\n\n${answer.text}\n`;
}
