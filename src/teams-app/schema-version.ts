/** The manifest schema that the app is written in: the newest that Microsoft documents as generally available (August 2026). */
export const schemaVersion = '1.30';
