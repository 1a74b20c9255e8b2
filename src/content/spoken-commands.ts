import { boundCommands } from '../dialogs/bound-commands';

/** Commands that the conversation offers as buttons, by their id in the code. Without one of them a person could not go on. */
export const spokenCommands: readonly string[] = [
  'start',
  'ask',
  'call',
  'emergency',
  'back',
  'skip',
  'skip-to-summary',
  'change-answer',
  'start-over',
  'delete',
  'help',
  'language-en',
  'language-es',
  ...boundCommands,
];
