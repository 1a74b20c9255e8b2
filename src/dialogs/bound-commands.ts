/** Commands that only mean something while they are offered, so that two of them may share a word: "no" is no command elsewhere. */
export const boundCommands: ReadonlySet<string> = new Set([
  'delete-yes',
  'delete-no',
  'restart-yes',
  'restart-no',
  'go-on',
  'none-of-these',
  'more',
  'sick-yes',
  'sick-no',
]);
