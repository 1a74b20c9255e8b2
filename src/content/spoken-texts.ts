/**
 * Texts that the conversation and the channels say by themselves, by their id in the code. A test compares this list with the code;
 * every other text has to be named in the content files.
 */
export const spokenTexts: readonly string[] = [
];
