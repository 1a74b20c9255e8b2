/** Types are checked by `tsc --noEmit`; tests only strip them, which is four times cheaper. */
module.exports = {
  testEnvironment: 'node',
  // Databases are made and processes started, sometimes on a machine that is busy with other things.
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json' }] },
};
