/** Settings as the environment gives them, by name; empty ones are left out. */
export type Given = Readonly<Record<string, string>>;

const secrets: readonly string[] = ['DATABASE_URL', 'DATA_KEY', 'HASH_KEY', 'TOKEN_KEY', 'MICROSOFT_APP_PASSWORD', 'TWILIO_AUTH_TOKEN'];

/** Says of a setting what was found and the mend, for operators. A secret's value is not shown. */
export function describeSetting(name: string, given: Given, mend: string): string {
  const value = given[name];
  const found = value === undefined ? 'is not set' : secrets.includes(name) ? 'is set, but not fit' : `is "${value}"`;
  return `${name} ${found}. ${mend}`;
}
