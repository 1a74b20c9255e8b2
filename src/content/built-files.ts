/** Where the compiled content stands below the project's folder. */
export const builtContent = 'dist/content.json';

/** Where the trained model stands below the project's folder. */
export const builtModel = 'dist/model.bin';
