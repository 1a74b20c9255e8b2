/** What clients say in turn. */
export const phrases: readonly string[] = [
  'what is detox',
  'start',
  'me',
  'how long does it take',
  'no',
  'skip',
  'back',
  '2',
  'he is not breathing',
  'go on',
  'does insurance pay',
  'what about meetings',
];
