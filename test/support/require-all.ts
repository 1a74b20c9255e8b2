/** Suites whose tools are missing fail instead of being skipped: what `.ci/run` asks for. */
export const requireAll = process.env['REQUIRE_ALL'] === '1';
