const { availableParallelism } = require('node:os');

/** Types are checked by `tsc --noEmit`; tests only strip them, which is four times cheaper. */
module.exports = {
  testEnvironment: 'node',
  // Jest leaves one core alone, which on a computer with two would be half of it.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Databases are made and processes started, sometimes on a machine that is busy with other things.
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json' }] },
};
