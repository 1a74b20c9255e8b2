/** Commands that the conversation offers as buttons, by their id in the code. Without one of them a person could not go on. */
export const spokenCommands: readonly string[] = [
];
