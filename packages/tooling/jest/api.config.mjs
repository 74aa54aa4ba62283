import { project } from './base.mjs';

export default project('api', {
  runner: '<rootDir>/packages/tooling/jest/native/runner.mjs',
  testMatch: ['<rootDir>/apps/api/src/**/*.test.ts'],
  // On two busy cores a test that starts two processes and sends hundreds of requests takes its time.
  testTimeout: 60_000,
  // The tests of a file share one database; some files tell one story, in the order in which they are read.
  randomize: false,
});
