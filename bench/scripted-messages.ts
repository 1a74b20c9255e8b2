import type { Message } from '../src/conversation/message';

/** What people say in turn, without words that end or delete a conversation. */
const phrases: readonly string[] = [
  'start',
  'me',
  'how long does detox take',
  'no',
  'skip',
  '2',
  'what is methadone',
  'i dont know',
  'back',
  'does insurance pay',
  '1',
  'he is not breathing',
  'go on',
  'can my boss fire me',
  'skip',
  'no one',
  'cuanto cuesta',
  'what is the weather like',
];

/** What is said at a turn of a conversation, both counted from 0; the first turn opens it. The same in every run. */
export function scriptedMessage(conversation: number, turn: number): Message {
  if (turn === 0) return { kind: 'start', text: '', choices: [], channel: 'web', language: 'en' };
  return { kind: 'text', text: phrases[(conversation + turn) % phrases.length] ?? '', choices: [], channel: 'web' };
}
