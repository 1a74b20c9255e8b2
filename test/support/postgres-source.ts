/** Said where a suite is skipped or fails for want of PostgreSQL. */
export function postgresMissing(name: string): string {
  return `${name} needs PostgreSQL (apt-get install postgresql)`;
}

/**
 * Where the databases of a suite come from: `url` is the server at TEST_DATABASE_URL, `own` a server that the suite starts from `bin` (the
 * bin directory that was found, null without one). Without either, the suite is skipped, or fails where REQUIRE_ALL is 1. Never throws.
 */
export function postgresSource(env: Readonly<Record<string, string | undefined>>, bin: string | null): 'url' | 'own' | 'skip' | 'fail' {
  if (env['TEST_DATABASE_URL']) return 'url';
  if (bin !== null) return 'own';
  return env['REQUIRE_ALL'] === '1' ? 'fail' : 'skip';
}
